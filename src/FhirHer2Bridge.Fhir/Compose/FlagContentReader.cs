using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>
/// What one of our flags says, from what stands on the server: a bridge that lost its store can then withdraw a flag that no
/// longer holds. The versions it rested on stand in its Provenance only, and its anchor nowhere.
/// </summary>
internal static class FlagContentReader
{
    private const string RulePrefix = "rule-";
    private const string SeverityPrefix = "severity-";

    /// <summary>Null where a part that every flag of ours has is missing or was changed to something else.</summary>
    internal static Flag? Read(JsonElement resource, OwnFlag flag)
    {
        if (flag is not { Patient: { } patient, Code: { } code }
            || Rule(resource) is not { } rule
            || Severity(resource) is not { } severity
            || Text(resource) is not { } text
            || new FhirTime(TimeZoneInfo.Utc).Moment(resource.Text("effectiveDateTime") ?? string.Empty).Time is not { } effective)
        {
            return null;
        }

        return new Flag
        {
            Patient = patient,
            Rule = rule,
            Code = code,
            Anchor = flag.Evidence.Select(static key => key.Value).Order(StringComparer.Ordinal).FirstOrDefault() ?? "none",
            Severity = severity,
            State = flag.State,
            Provisional = flag.Status is "preliminary",
            Effective = effective,
            Start = effective.Earliest,
            Text = text,
            Evidence = flag.Evidence.Select(Source).ToEquatableArray(),
            Details = resource.Items("component").Select(Detail).OfType<FlagDetail>().ToEquatableArray(),
            Focus = resource.Items("focus").Select(static one => one.ReferredTo()).FirstOrDefault() is { } focus ? new ResourceKey(focus) : null,
        };
    }

    private static RuleId? Rule(JsonElement resource) =>
        resource.CodeOf("method", Her2Canonical.Bridge) is { } code && code.StartsWith(RulePrefix, StringComparison.Ordinal)
            ? new RuleId(code[RulePrefix.Length..].ToUpperInvariant())
            : null;

    private static FlagSeverity? Severity(JsonElement resource) =>
        resource.Items("component").Select(static one => one.CodeOf("valueCodeableConcept", Her2Canonical.Bridge))
            .FirstOrDefault(static code => code?.StartsWith(SeverityPrefix, StringComparison.Ordinal) == true) switch
        {
            "severity-high" => FlagSeverity.High,
            "severity-moderate" => FlagSeverity.Moderate,
            "severity-low" => FlagSeverity.Low,
            _ => null,
        };

    private static string? Text(JsonElement resource) =>
        resource.Items("note")
            .FirstOrDefault(static note => note.Text("authorString")?.StartsWith(FlagReader.AuthorPrefix, StringComparison.Ordinal) == true)
            .Text("text");

    private static SourceRef Source(ResourceKey key) => key.Value.Split('/', 2) is [var type, var id]
        ? new SourceRef(type, id, null, string.Empty)
        : new SourceRef(key.Value, string.Empty, null, string.Empty);

    /// <summary>Null for a component that is not a detail of the rule (severity, the ending), or has a value we do not write.</summary>
    private static FlagDetail? Detail(JsonElement component)
    {
        if (component.CodeOf("code", Her2Canonical.Bridge) is not { } code)
        {
            return null;
        }

        if (component.CodeOf("valueCodeableConcept", Her2Canonical.Statuses) is { } status)
        {
            return new FlagDetail(code, FlagDetailKind.Status, status);
        }

        if ((component.Text("valueDateTime") ?? component.Text("valueString")) is { } time)
        {
            return new FlagDetail(code, FlagDetailKind.DateTime, time);
        }

        if (component.Member("valueInteger") is { ValueKind: JsonValueKind.Number } count)
        {
            return new FlagDetail(code, FlagDetailKind.Count, count.GetRawText());
        }

        return component.Member("valueQuantity")?.Member("value") is { ValueKind: JsonValueKind.Number } days
            ? new FlagDetail(code, FlagDetailKind.Days, days.GetDecimal().ToString(CultureInfo.InvariantCulture))
            : null;
    }
}
