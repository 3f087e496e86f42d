using System.Text.Json;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>What an OperationOutcome on a page means for it.</summary>
internal static class OutcomeSeverity
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>
    /// Something was left out: an issue of severity error or fatal, one without a readable severity, or an outcome that
    /// cannot be read at all. Warnings and information are not.
    /// </summary>
    public static bool MeansLoss(ReadOnlyMemory<byte> outcome)
    {
        try
        {
            using var document = JsonDocument.Parse(outcome, Strict);
            return !document.RootElement.TryGetProperty("issue", out var issues)
                || issues.ValueKind != JsonValueKind.Array
                || issues.EnumerateArray().Any(IsLoss);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool IsLoss(JsonElement issue) =>
        issue.ValueKind != JsonValueKind.Object
        || !issue.TryGetProperty("severity", out var severity)
        || severity.ValueKind != JsonValueKind.String
        || severity.GetString() is not ("warning" or "information");
}
