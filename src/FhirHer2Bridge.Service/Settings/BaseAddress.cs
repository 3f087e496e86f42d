namespace FhirHer2Bridge.Service.Settings;

/// <summary>One spelling per server, so that two spellings of one base are one endpoint.</summary>
internal static class BaseAddress
{
    /// <summary>
    /// Scheme and host in lower case, no default port, a trailing slash (without it a relative address would replace the
    /// last path segment). Null: not an absolute http or https address, or one with user, query or fragment.
    /// </summary>
    public static Uri? Normalise(string? baseUrl)
    {
        if (!Uri.TryCreate(baseUrl?.Trim(), UriKind.Absolute, out var address)
            || address.Scheme is not ("https" or "http")
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return null;
        }

        return new Uri($"{address.GetLeftPart(UriPartial.Authority)}{address.AbsolutePath.TrimEnd('/')}/");
    }

    /// <summary>Traffic that can be read on the way: plain http to any other machine.</summary>
    public static bool IsInsecure(Uri address) => address.Scheme is "http" && !address.IsLoopback;
}
