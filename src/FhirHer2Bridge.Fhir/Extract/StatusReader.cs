using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Status codes of each resource to how far it may be used (fhir-design 1.1, 3; domain 2c).</summary>
internal static class StatusReader
{
    private static readonly Dictionary<string, StatusUse> Results = new(StringComparer.Ordinal)
    {
        ["final"] = StatusUse.Final,
        ["amended"] = StatusUse.Amended,
        ["corrected"] = StatusUse.Amended,
        ["appended"] = StatusUse.Amended,
        ["preliminary"] = StatusUse.Preliminary,
        ["partial"] = StatusUse.Preliminary,
        ["registered"] = StatusUse.Unclear,
        ["unknown"] = StatusUse.Unclear,
        ["cancelled"] = StatusUse.Withdrawn,
        ["entered-in-error"] = StatusUse.Withdrawn,
    };

    private static readonly Dictionary<string, StatusUse> Events = new(StringComparer.Ordinal)
    {
        ["completed"] = StatusUse.Final,
        ["stopped"] = StatusUse.Final,
        ["in-progress"] = StatusUse.Final,
        ["not-done"] = StatusUse.NotDone,
        ["preparation"] = StatusUse.Unclear,
        ["on-hold"] = StatusUse.Unclear,
        ["unknown"] = StatusUse.Unclear,
        ["entered-in-error"] = StatusUse.Withdrawn,
    };

    private static readonly Dictionary<string, StatusUse> Requests = new(StringComparer.Ordinal)
    {
        ["active"] = StatusUse.Final,
        ["completed"] = StatusUse.Final,
        ["stopped"] = StatusUse.Final,
        ["on-hold"] = StatusUse.Final,
        ["draft"] = StatusUse.Unclear,
        ["unknown"] = StatusUse.Unclear,
        ["cancelled"] = StatusUse.Withdrawn,
        ["entered-in-error"] = StatusUse.Withdrawn,
    };

    /// <summary>Observation and DiagnosticReport.</summary>
    public static StatusUse Result(Reading reading) => Read(reading, Results);

    /// <summary>MedicationAdministration and Procedure.</summary>
    public static StatusUse Event(Reading reading) => Read(reading, Events);

    /// <summary>MedicationRequest; null: a draft, or not known whether it is an order.</summary>
    public static StatusUse? Request(Reading reading) => Read(reading, Requests) is var use and not StatusUse.Unclear ? use : null;

    /// <summary>Registered and without any content, so that no result exists yet: it hides none, and what waits for one goes on waiting.</summary>
    public static bool IsRegistered(Reading reading) => reading.Root.Text("status") is "registered"
        && !reading.Root.EnumerateObject().Any(static member => member.Name.StartsWith("value", StringComparison.Ordinal)
            || member.Name is "component" or "hasMember" or "conclusion" or "conclusionCode" or "presentedForm" or "result");

    public static FactStanding Standing(StatusUse use) => use switch
    {
        StatusUse.Amended => FactStanding.Amended,
        StatusUse.Preliminary or StatusUse.Unclear => FactStanding.Preliminary,
        StatusUse.Withdrawn => FactStanding.Withdrawn,
        _ => FactStanding.Final,
    };

    private static StatusUse Read(Reading reading, Dictionary<string, StatusUse> codes)
    {
        if (reading.Root.Text("status") is { } status && codes.TryGetValue(status, out var use))
        {
            return use;
        }

        reading.Issue(IssueCodes.StatusUnknown, "status");
        return StatusUse.Unclear;
    }
}

internal enum StatusUse
{
    Final,
    Amended,
    Preliminary,

    /// <summary>Not known whether there is a result, or whether it took place.</summary>
    Unclear,
    NotDone,
    Withdrawn,
}
