using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Compose;

/// <summary>The components of a flag: severity, the rule's details, and how it ended.</summary>
internal static class FlagComponents
{
    private const string ResolvedDate = "resolved-date";
    private const string ResolutionReason = "resolution-reason";

    internal static void Write(Utf8JsonWriter json, Flag flag)
    {
        json.WriteStartArray("component");
        Component(json, "severity", value => value.Concept("valueCodeableConcept", Her2Canonical.Bridge, Severity(flag.Severity)));
        foreach (var detail in flag.Details)
        {
            if (flag.State == FlagState.Resolved || detail.Code is not (ResolvedDate or ResolutionReason))
            {
                Component(json, detail.Code, value => Detail(value, detail));
            }
        }

        if (flag.State == FlagState.Resolved)
        {
            Ending(json, flag);
        }

        json.WriteEndArray();
    }

    private static void Ending(Utf8JsonWriter json, Flag flag)
    {
        if (!flag.Details.Any(static detail => detail.Code is ResolvedDate))
        {
            var end = flag.End ?? throw new ArgumentException("A resolved flag says when it ended.", nameof(flag));
            Component(json, ResolvedDate, value => value.WriteString("valueDateTime", FhirText.DateTime(end)));
        }

        if (flag.Reason is { } reason)
        {
            Component(json, ResolutionReason, value => value.Concept("valueCodeableConcept", Her2Canonical.Bridge, reason));
        }
    }

    private static void Component(Utf8JsonWriter json, string code, Action<Utf8JsonWriter> value)
    {
        json.WriteStartObject();
        json.Concept("code", Her2Canonical.Bridge, code);
        value(json);
        json.WriteEndObject();
    }

    private static void Detail(Utf8JsonWriter json, FlagDetail detail)
    {
        switch (detail.Kind)
        {
            case FlagDetailKind.Status:
                json.Concept("valueCodeableConcept", Her2Canonical.Statuses, detail.Value, FlagCodes.StatusDisplay(detail.Value));
                break;
            case FlagDetailKind.DateTime:
                json.WriteString("valueDateTime", FhirText.DateTime(detail.Value)
                    ?? throw new ArgumentException("A date of a flag is no date.", nameof(detail)));
                break;
            case FlagDetailKind.Count:
                json.WriteNumber("valueInteger", int.Parse(detail.Value, NumberStyles.None, CultureInfo.InvariantCulture));
                break;
            case FlagDetailKind.Days:
                json.Object("valueQuantity", quantity => Days(quantity, detail.Value));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(detail), "A kind of detail without a spelling.");
        }
    }

    private static void Days(Utf8JsonWriter json, string value)
    {
        json.WriteNumber("value", decimal.Parse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
        json.WriteString("unit", "days");
        json.WriteString("system", CoreCanonical.Ucum);
        json.WriteString("code", "d");
    }

    private static string Severity(FlagSeverity severity) => severity switch
    {
        FlagSeverity.High => "severity-high",
        FlagSeverity.Moderate => "severity-moderate",
        FlagSeverity.Low => "severity-low",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };
}
