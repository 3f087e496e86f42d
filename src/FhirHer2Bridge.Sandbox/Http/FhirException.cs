namespace FhirHer2Bridge.Sandbox.Http;

/// <summary>A request refused: becomes the status and an OperationOutcome.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Issue type of the R4 value set (not-found, invalid, conflict …).</param>
/// <param name="message">What is wrong; never a value from a resource.</param>
internal sealed class FhirException(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    public static FhirException Invalid(string message) => new(400, "invalid", message);

    public static FhirException NotFound(string message) => new(404, "not-found", message);
}
