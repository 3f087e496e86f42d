namespace FhirHer2Bridge.Service.Pull;

/// <summary>We may not do this: the server said so (401, 403), or our own fence did before anything was sent. Exit code 4.</summary>
public sealed class FhirRefusedException(string code, string message) : Exception($"{code}: {message}")
{
    public string Code { get; } = code;
}
