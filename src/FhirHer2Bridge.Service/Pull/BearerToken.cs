using System.Net.Http.Headers;
using System.Security;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// The access token, read again for every request: a rotated one is used at once. A configured token that cannot be read
/// refuses the request, for an anonymous answer could be partial and look whole.
/// </summary>
internal sealed class BearerToken(ServerSettings server)
{
    /// <summary>The header to send; null: no token is configured.</summary>
    /// <exception cref="FhirRefusedException">H2B-PULL-002.</exception>
    public async ValueTask<AuthenticationHeaderValue?> ReadAsync(CancellationToken cancellationToken)
    {
        var text = server switch
        {
            { BearerTokenFile: { Length: > 0 } file } => await ReadFileAsync(file, cancellationToken),
            { BearerTokenVariable: { Length: > 0 } variable } => Environment.GetEnvironmentVariable(variable),
            _ => null,
        };
        if (text is null && !server.HasToken)
        {
            return null;
        }

        var token = text?.Trim();
        return string.IsNullOrEmpty(token) || token.Any(c => c is <= ' ' or > '~')
            ? throw Unavailable("it is absent, empty or not one line")
            : new AuthenticationHeaderValue("Bearer", token);
    }

    private static async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file, cancellationToken);
        }
        catch (IOException)
        {
            throw Unavailable("its file cannot be read");
        }
        catch (UnauthorizedAccessException)
        {
            throw Unavailable("its file may not be read");
        }
        catch (SecurityException)
        {
            throw Unavailable("its file may not be read");
        }
    }

    private static FhirRefusedException Unavailable(string why) =>
        new(PullErrors.TokenUnavailable, $"the configured access token is not usable: {why}");
}
