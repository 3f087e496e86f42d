using System.Globalization;
using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Fhir.Compose;
using Hl7.Fhir.Serialization;

namespace FhirHer2Bridge.Fhir.Tests.Compose;

/// <summary>One flag of the catalogue's first rule, and what it takes to write it.</summary>
internal static class Sample
{
    internal static Flag Change { get; } = new()
    {
        Patient = new PatientKey("p1"),
        Rule = new RuleId("H2B-01"),
        Code = "positive-to-negative",
        Anchor = "Observation/her2-ihc-gastrectomy",
        Severity = FlagSeverity.High,
        State = FlagState.Active,
        Effective = Day(2024, 7, 30),
        Start = new DateTimeOffset(2024, 7, 31, 0, 0, 0, TimeSpan.Zero),
        Text = "HER2 positive on 2024-03-12 (IHC 3+); negative on 2024-07-30 (IHC 0).",
        Evidence =
        [
            new SourceRef("Observation", "her2-ihc-gastrectomy", "2", "Observation.value"),
            new SourceRef("Observation", "her2-ihc-node", "1", "Observation.value"),
            new SourceRef("DiagnosticReport", "dr-gastrectomy", "1", "DiagnosticReport.issued"),
        ],
        Details =
        [
            new FlagDetail("prior-status", FlagDetailKind.Status, "positive"),
            new FlagDetail("prior-status-date", FlagDetailKind.DateTime, "2024-03"),
            new FlagDetail("current-status", FlagDetailKind.Status, "negative"),
            new FlagDetail("administrations-since-assessment", FlagDetailKind.Count, "18"),
            new FlagDetail("days-since-assessment", FlagDetailKind.Days, "420"),
        ],
        Focus = new ResourceKey("Condition/gastric-cancer"),
    };

    internal static Flag Resolved { get; } = Change with
    {
        State = FlagState.Resolved,
        End = new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.Zero),
        Reason = "reassessed",
    };

    internal static WriteContext Context { get; } = new()
    {
        FlagKey = "v1-9d64edc2e803e861218c7dff0b5db1ba7aad54e49dc0016c9136eab2ca2cd53c",
        Device = "Device/her2bridge-site-a",
        Issued = new DateTimeOffset(2024, 8, 5, 6, 0, 12, 345, TimeSpan.Zero),
        SoftwareVersion = "0.1.0",
        RulesetVersion = "2026.1",
    };

    internal static ClinicalTime Day(int year, int month, int day)
    {
        var start = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);
        return new ClinicalTime(start, start.AddDays(1), TimePrecision.Day, $"{year:D4}-{month:D2}-{day:D2}");
    }

    internal static JsonElement Compose(Flag flag, WriteContext? context = null) =>
        Json(FlagComposer.Observation(flag, context ?? Context));

    internal static JsonElement Json(byte[] utf8) => JsonDocument.Parse(utf8).RootElement.Clone();

    /// <summary>Read by the strict R4 parser of others: an unknown element, a wrong type or a missing one is an issue.</summary>
    internal static JsonElement Strict(byte[] utf8)
    {
        var strict = new FhirJsonDeserializer(new DeserializerSettings().UsingMode(DeserializationMode.Strict));
        var reader = new Utf8JsonReader(utf8);
        strict.TryDeserializeResource(ref reader, out _, out var issues).ShouldBeTrue(string.Join("; ", issues));
        return Json(utf8);
    }

    /// <summary>The text at a path of members and positions ("identifier.0.value"); null where there is none.</summary>
    internal static string? At(this JsonElement element, string path)
    {
        JsonElement? at = element;
        foreach (var step in path.Split('.'))
        {
            at = at is { ValueKind: JsonValueKind.Array } list
                ? list.EnumerateArray().Select(one => (JsonElement?)one).ElementAtOrDefault(int.Parse(step, CultureInfo.InvariantCulture))
                : at?.Member(step);
        }

        return at?.ToString();
    }

    /// <summary>The component of one of our codes.</summary>
    internal static JsonElement? Component(this JsonElement observation, string code) =>
        observation.Items("component").Select(one => (JsonElement?)one).SingleOrDefault(one => string.Equals(one?.At("code.coding.0.code"), code, StringComparison.Ordinal));
}
