namespace FhirHer2Bridge.Service.Store;

/// <summary>The store cannot be used as asked; the code is permanent (docs/errors.md).</summary>
public sealed class StoreException(string code, string message, Exception? inner = null) : Exception($"{code}: {message}", inner)
{
    public string Code { get; } = code;
}
