namespace FhirHer2Bridge.Service.Write;

/// <summary>The server answered a step with a status we cannot go on from. Carries no text of the server's: it may quote data.</summary>
internal sealed class WriteRefusedException(int status)
    : Exception(FormattableString.Invariant($"{CodeOf(status)}: the server answered {status}"))
{
    /// <summary>The permanent code for a status.</summary>
    internal string Code => CodeOf(status);

    /// <summary>The server itself is the trouble, not this flag: the others would fare no better.</summary>
    internal bool StopsDraining => status is 401 or 429 or >= 500;

    /// <summary>Trying again without a person can help.</summary>
    internal bool IsTransient => CodeOf(status) is not WriteErrors.Refused;

    private static string CodeOf(int status) => status switch
    {
        401 or 403 or 405 => WriteErrors.NotAllowed,
        429 or >= 500 => WriteErrors.Unreachable,
        < 400 => WriteErrors.UnreadableAnswer,
        409 or 412 => WriteErrors.Conflict,
        _ => WriteErrors.Refused,
    };
}
