using System.Text.Json;

namespace FhirHer2Bridge.Service.Output;

/// <summary>Reads what <see cref="AssessmentLine"/> wrote: the store keeps the last line of a patient as text.</summary>
internal static class AssessmentLineReader
{
    private static readonly JsonSerializerOptions Contract = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="JsonException">Not a line of the contract: a member is missing, null or of another kind.</exception>
    public static AssessmentRecord Read(string line) =>
        JsonSerializer.Deserialize<AssessmentRecord>(line, Contract) ?? throw new JsonException("The line is null.");
}
