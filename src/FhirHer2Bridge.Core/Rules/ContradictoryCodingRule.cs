using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>18: a result whose coding contradicts itself or could not be read (reference 7, F18; 4e, partial dates).</summary>
public sealed class ContradictoryCodingRule : FlagRule
{
    public const string Code = "contradictory-coding";

    /// <summary>The reason of a result whose parts say two statuses.</summary>
    private const string Conflict = "contradictory-coding";

    public static RuleId Id { get; } = new("H2B-18");

    public override RuleCard Card { get; } = new(Id, 4, "Contradictory or unreadable coding")
    {
        Codes = [Code],
        Trigger = "A result, or a diagnosis, that says positive and negative at once; the words of a report against the coded result of the "
            + "same specimen and method, also where only the IHC scores differ; results of one specimen and one method that differ and were "
            + "issued at once; a HER2 value, text or gene that could not be read; "
            + "results that differ and whose dates overlap, so that nobody can say which came first.",
        Clears = "The source is mapped or corrected; a later result of that specimen (results issued at once); a later "
            + "determinate tissue result of that tumour (conflicts and overlapping dates); death; it becomes historical.",
        Severity = "low; high for a contradiction in the tissue result on which the status hangs while a HER2-directed drug is given for that "
            + "tumour or for nobody says which, also where the laboratory's value gives the status all the same",
        Source = "SNOMED CT 431396003 was seen with displays of both polarities in public FHIR files (reference 2a).",
    };

    public override RuleOutcome Evaluate(PatientView patient, RuleContext context)
    {
        var outcome = new RuleOutcome(context.AsOf);
        var conflicts = patient.Results.Where(static result => result.Fact.Result is AssayResult.Inconclusive { Reason: Conflict })
            .OrderBy(static result => result.KnownFrom).ToList();
        foreach (var tumour in patient.Tumours)
        {
            foreach (var assessment in tumour.Assessments)
            {
                Conflicting(assessment, conflicts, tumour, (patient, context, outcome));
            }

            Tied(tumour, (patient, context, outcome));
        }

        foreach (var assessment in patient.Unassigned)
        {
            Conflicting(assessment, conflicts, null, (patient, context, outcome));
        }

        foreach (var stated in patient.StatedByConditions.Where(static fact => fact.Status == Her2Status.Indeterminate))
        {
            if (stated.When is { } when)
            {
                Raise(when, [stated.Source], $"The diagnosis {stated.Label} says a HER2 status and its opposite.", (patient, context, outcome));
            }
            else
            {
                outcome.CannotTell("unreadable-and-undated");
            }
        }

        Unreadable((patient, context, outcome));
        return outcome;
    }

    private static void Conflicting(
        ReadAssessment assessment,
        List<SeenResult> conflicts,
        TumourLine? tumour,
        (PatientView Patient, RuleContext Context, RuleOutcome Outcome) at)
    {
        var text = $"The HER2 result of {RuleText.Describe(assessment)} says two statuses at once.";
        if (conflicts.Find(result => assessment.Assessment.Evidence.Contains(result.Fact.Source)) is { } conflict)
        {
            // Beside a result of its own that gives the status it decides; beside that of another test it does not.
            var decides = !assessment.Latest.Status.IsDeterminate() || at.Patient.ResultsOf(assessment).Any(result =>
                result.Fact.Source.Key == conflict.Fact.Source.Key && result.Fact.Result is not AssayResult.Inconclusive);
            Conflicting(new Contradiction(assessment, conflict.KnownFrom, null, decides, [conflict.Fact.Source], text), tumour, at);
        }
        else if (TextAgainstCode.In(assessment, at.Patient) is { } words)
        {
            text = $"The words of a report and the coded HER2 result of the specimen of {RuleText.Describe(assessment)} say different things.";
            Conflicting(new Contradiction(assessment, words.Since, null, true, words.Sources, text), tumour, at);
        }
        else if (assessment.Readings.FirstOrDefault(IsConflict) is { } reading)
        {
            var settled = assessment.Readings.FirstOrDefault(next => next.KnownFrom > reading.KnownFrom && !IsConflict(next))?.KnownFrom;
            var sources = at.Patient.ResultsOf(assessment).Where(result => result.KnownFrom <= reading.KnownFrom)
                .Select(static result => result.Fact.Source).ToDistinctArray();
            text = $"HER2 results of the specimen of {RuleText.Describe(assessment)} that were issued at once differ.";
            Conflicting(new Contradiction(assessment, reading.KnownFrom, settled, reading.IsSplit, sources, text), tumour, at);
        }
    }

    /// <summary>Results of one method that became known at once differ.</summary>
    private static bool IsConflict(Reading reading) => reading.Notes.Contains(ResultFold.Conflicting, StringComparer.Ordinal);

    private static void Conflicting(Contradiction conflict, TumourLine? tumour, (PatientView Patient, RuleContext Context, RuleOutcome Outcome) at)
    {
        var assessment = conflict.Assessment;
        var later = Moment.Earliest(conflict.Settled, tumour is null ? null : StatusDecision.NextAfter(assessment, tumour));
        var high = tumour is null || !StatusWalk.IsUsable(assessment) || !conflict.Decides
            ? null
            : StatusDecision.TreatedFrom(tumour.Doses.Concat(UnassignedDoses.Of(at.Patient)), conflict.Since, CommonThresholds.ContinuingGap(at.Context));
        var severity = at.Outcome.HasCome(high) && !(later <= high) ? FlagSeverity.High : FlagSeverity.Low;
        new Episode(at.Patient, at.Context, at.Outcome) { Start = conflict.Since, Trigger = assessment.When.Earliest }
            .EndsAt(later, "reassessed")
            .Raise(() => FlagOf(assessment.When, conflict.Sources, conflict.Text, at.Patient) with
            {
                AnchorMembers = assessment.Members,
                Severity = severity,
                Focus = tumour?.Condition,
                Tumour = tumour?.Kind ?? TumourKind.None,
            });
    }

    private static void Tied(TumourLine tumour, (PatientView Patient, RuleContext Context, RuleOutcome Outcome) at)
    {
        foreach (var tie in Tie.Of(StatusWalk.Now(tumour, CommonThresholds.SimultaneousWindow(at.Context)).Tied))
        {
            var settled = tie.Members.ConvertAll(a => StatusDecision.NextAfter(a, tumour));
            new Episode(at.Patient, at.Context, at.Outcome) { Start = tie.Known, Trigger = tie.When.Earliest }
                .EndsAt(settled.Contains(null) ? null : settled.Max(), "reassessed")
                .Raise(() => FlagOf(
                    tie.When,
                    tie.Members.SelectMany(static a => a.Assessment.Evidence).ToDistinctArray(),
                    $"HER2 results that differ have dates of which neither is later: {string.Join("; ", tie.Members.Select(static a => $"{RuleText.Word(a.Latest.Status)} on {RuleText.Describe(a)}"))}.",
                    at.Patient) with
                {
                    Anchor = tie.Anchor,
                    AnchorMembers = tie.Members.SelectMany(static a => a.Members).ToDistinctArray(),
                    Focus = tumour.Condition,
                    Tumour = tumour.Kind,
                });
        }
    }

    private static void Unreadable((PatientView Patient, RuleContext Context, RuleOutcome Outcome) at)
    {
        foreach (var gaps in at.Patient.Gaps.Where(static gap => !gap.MayHideDose && UnreadableCodes.Reasons.ContainsKey(gap.Code))
            .GroupBy(static gap => gap.Source.Key).OrderBy(static group => group.Key.Value, StringComparer.Ordinal))
        {
            var gap = gaps.OrderBy(static gap => gap.Code, StringComparer.Ordinal).ThenBy(static gap => gap.Source.Path, StringComparer.Ordinal).First();
            if (gap.When is not { } when)
            {
                at.Outcome.CannotTell("unreadable-and-undated");
                continue;
            }

            Raise(when, [gap.Source], UnreadableCodes.Reasons[gap.Code], at);
        }
    }

    private static void Raise(
        ClinicalTime when, EquatableArray<SourceRef> sources, string text, (PatientView Patient, RuleContext Context, RuleOutcome Outcome) at) =>
        new Episode(at.Patient, at.Context, at.Outcome) { Start = when.Earliest, Trigger = when.Earliest }
            .Raise(() => FlagOf(when, sources, text, at.Patient));

    private static Flag FlagOf(ClinicalTime when, EquatableArray<SourceRef> sources, string text, PatientView patient) => new()
    {
        Patient = patient.Patient,
        Rule = Id,
        Code = Code,
        Anchor = sources[0].Key.Value,
        Severity = FlagSeverity.Low,
        State = FlagState.Active,
        Start = when.Earliest,
        Effective = when,
        Text = text,
        Evidence = sources,
    };

    /// <param name="Since">When it became known.</param>
    /// <param name="Settled">When a later result of that specimen settled it; null: none did.</param>
    /// <param name="Decides">The status of the specimen hangs on it.</param>
    private sealed record Contradiction(
        ReadAssessment Assessment, DateTimeOffset Since, DateTimeOffset? Settled, bool Decides, EquatableArray<SourceRef> Sources, string Text);
}
