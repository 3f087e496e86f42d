using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>Reads one of our flags back from a server.</summary>
public static class FlagReader
{
    internal const string AuthorPrefix = "FhirHer2Bridge ";

    private const string PatientPrefix = "Patient/";

    /// <summary>The flag; null where the resource is not a flag of a bridge (no flag key, no id, not an Observation).</summary>
    public static OwnFlag? Read(JsonElement resource)
    {
        if (resource.Text("resourceType") is not "Observation"
            || resource.Text("id") is not { } id
            || Identifier(resource, Her2Canonical.FlagKey) is not { } key)
        {
            return null;
        }

        var meta = resource.Member("meta");
        var flag = new OwnFlag
        {
            Id = id,
            Version = meta?.Text("versionId"),
            LastUpdated = Instant(meta?.Text("lastUpdated")),
            Key = key,
            Code = resource.CodeOf("code", Her2Canonical.FlagCodes),
            Status = resource.Text("status"),
            State = State(resource),
            Patient = Patient(resource),
            Evidence = [.. Evidence(resource)],
            ContentHash = CanonicalContent.Hash(resource),
            IsSealed = string.Equals(
                Identifier(resource, Her2Canonical.ContentSeal), CanonicalContent.Seal(resource), StringComparison.Ordinal),
            ShowsAnotherHand = ShowsAnotherHand(resource),
        };
        return flag with { Content = FlagContentReader.Read(resource, flag) };
    }

    private static string? Identifier(JsonElement resource, string system) =>
        resource.Items("identifier")
            .FirstOrDefault(one => string.Equals(one.Text("system"), system, StringComparison.Ordinal)).Text("value");

    private static DateTimeOffset? Instant(string? literal) =>
        DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static FlagState State(JsonElement resource)
    {
        if (resource.Text("status") is "entered-in-error" or "cancelled")
        {
            return FlagState.Withdrawn;
        }

        return resource.CodeOf("valueCodeableConcept", Her2Canonical.FlagStates) is "resolved"
            ? FlagState.Resolved
            : FlagState.Active;
    }

    private static PatientKey? Patient(JsonElement resource) =>
        resource.Member("subject")?.ReferredTo() is { } subject && subject.StartsWith(PatientPrefix, StringComparison.Ordinal)
            ? new PatientKey(subject[PatientPrefix.Length..])
            : null;

    private static IEnumerable<ResourceKey> Evidence(JsonElement resource)
    {
        var supporting = resource.Items("extension")
            .Where(static one => one.Text("url") is CoreCanonical.SupportingInfo)
            .Select(static one => one.Member("valueReference")?.ReferredTo());
        return resource.Items("derivedFrom")
            .Select(static one => one.ReferredTo())
            .Concat(supporting)
            .OfType<string>()
            .Select(static name => new ResourceKey(name))
            .Distinct();
    }

    /// <summary>
    /// What no bridge writes: a performer, a note by somebody else, a closing without our reason (fhir-design 3.3,
    /// "human edited").
    /// </summary>
    private static bool ShowsAnotherHand(JsonElement resource)
    {
        var closedWithoutReason = resource.Text("status") switch
        {
            "entered-in-error" => !resource.Items("extension").Any(static one =>
                one.Text("url") is CoreCanonical.StatusReason
                && one.CodeOf("valueCodeableConcept", Her2Canonical.Bridge) is not null),
            "preliminary" or "final" or "amended" or "corrected" => false,
            _ => true,
        };
        return closedWithoutReason
            || resource.Member("performer") is not null
            || resource.Items("note").Any(static note => note.Text("authorString")?.StartsWith(AuthorPrefix, StringComparison.Ordinal) != true)
            || (State(resource) == FlagState.Resolved && !HasComponent(resource, "resolved-date"));
    }

    private static bool HasComponent(JsonElement resource, string code) =>
        resource.Items("component").Any(one => string.Equals(one.CodeOf("code", Her2Canonical.Bridge), code, StringComparison.Ordinal));
}
