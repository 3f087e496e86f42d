using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.History;

/// <summary>The patient's status at the as-of moment, or why it cannot be said.</summary>
internal static class StatusReader
{
    private static readonly PatientStatus Nothing = new(null, null, null, ["no-result"]);

    public static PatientStatus Read(IReadOnlyList<TumourLine> tumours, RuleContext context)
    {
        var statuses = tumours.Select(tumour => Read(tumour, context)).Where(static status => status.Status is not null).ToList();
        return statuses.Count switch
        {
            0 => Nothing,
            1 => statuses[0],
            _ when statuses.TrueForAll(status => status.Status == statuses[0].Status) => statuses[0],
            _ => new PatientStatus(Her2Status.Indeterminate, null, null, ["tumours-differ"]),
        };
    }

    private static PatientStatus Read(TumourLine tumour, RuleContext context)
    {
        var walk = StatusWalk.Now(tumour, CommonThresholds.SimultaneousWindow(context));
        if (walk.EndsInTie)
        {
            return new PatientStatus(Her2Status.Indeterminate, null, walk.Tied[0].When, ["tied-dates"]);
        }

        var open = tumour.Assessments.LastOrDefault(static a => StatusWalk.IsUsable(a) && !a.Latest.Status.IsDeterminate());
        if (walk.Last is not { } last)
        {
            return open is not null
                ? new PatientStatus(open.Latest.Status, null, open.When, open.Latest.Notes)
                : PlasmaOnly(tumour, context);
        }

        var reasons = new List<string>();
        if (open is not null && open.When.Earliest > last.Assessment.When.Earliest)
        {
            reasons.Add("unresolved-later-result");
        }

        return new PatientStatus(
            last.Status,
            last.Status == Her2Status.Negative ? last.Assessment.Latest.Category : null,
            walk.Began.When,
            reasons.ToEquatableArray());
    }

    private static PatientStatus PlasmaOnly(TumourLine tumour, RuleContext context)
    {
        var walk = StatusWalk.PlasmaOnly(tumour, CommonThresholds.SimultaneousWindow(context));
        return walk switch
        {
            { EndsInTie: true } => new PatientStatus(Her2Status.Indeterminate, null, walk.Tied[0].When, ["tied-dates"]),
            { Last: { } last } => new PatientStatus(last.Status, null, walk.Began.When, ["plasma-only"]),
            _ => Nothing,
        };
    }
}
