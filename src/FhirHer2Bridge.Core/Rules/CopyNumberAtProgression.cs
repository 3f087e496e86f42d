using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>
/// The plasma sample at a progression beside the baseline of its line: same assay only. A sample without a progression near it is
/// never compared, for a fall under treatment is response (reference 6b).
/// </summary>
internal sealed record CopyNumberAtProgression(
    PlasmaSample Baseline, PlasmaSample Sample, ProgressionFact Progression, TreatmentLine Line)
{
    /// <summary>The first moment at which all three were known.</summary>
    public DateTimeOffset Start => new[] { Baseline.KnownFrom, Sample.KnownFrom, Progression.When!.Value.Earliest }.Max();

    /// <summary>Amplified at baseline, and at progression the assay does not detect it.</summary>
    public bool IsLost => Sample.IsNotDetected
        && (Baseline.Detected == true || Baseline.Assessment.Latest.Status == Her2Status.Positive);

    public static List<CopyNumberAtProgression> Find(PatientView patient, RuleContext context, RuleOutcome outcome)
    {
        var found = new List<CopyNumberAtProgression>();
        if (patient.PlasmaSamples.Count == 0)
        {
            return found;
        }

        TumourProgressions.SayUnplaced(patient, outcome);
        foreach (var line in TreatmentLine.Of(patient, CommonThresholds.NewCourseGap(context)))
        {
            foreach (var (progression, isOnDrug) in line.Progressions(patient, CommonThresholds.ContinuingGap(context)).Where(static one => one.IsOnDrug != false))
            {
                // Several records of one progression, or progressions close together, share a sample: it is said once.
                var isSaid = found.Exists(other => other.Line == line
                    && (progression.When!.Value.Earliest - other.Progression.When!.Value.Earliest).Days <= Window(context));
                if (!isSaid && At(progression, line, patient, (context, outcome)) is { } pair && !found.Exists(other => other.Sample == pair.Sample))
                {
                    if (isOnDrug is null)
                    {
                        outcome.CannotTell("order-of-dose-and-progression");
                        continue;
                    }

                    found.Add(pair);
                }
            }
        }

        return found;
    }

    /// <summary>Copies at progression against the baseline and the noise band; null: a number is missing, or a bound does not tell.</summary>
    public CopyChange? Change(int bandPercent)
    {
        if (Baseline.Copies is not { Value: > 0 } before || Sample.Copies is not { } now)
        {
            return null;
        }

        var band = bandPercent / 100m;
        var mayBeMore = before.Bound is MeasureBound.AtLeast or MeasureBound.GreaterThan;
        var mayBeLess = before.Bound is MeasureBound.AtMost or MeasureBound.LessThan;
        bool? isBelow = mayBeLess ? null : now.IsAtLeast(before.Value * (1 - band)) is { } reaches ? !reaches : null;
        bool? isAbove = mayBeMore ? null : IsMoreThan(now, before.Value * (1 + band));
        return (isBelow, isAbove) switch
        {
            (true, _) => CopyChange.Fall,
            (_, true) => CopyChange.Rise,
            (false, false) when before.Bound == MeasureBound.Exact => CopyChange.None,
            _ => null,
        };
    }

    /// <summary>When a tissue test collected since the progression (or since the sample, if earlier) became known.</summary>
    public DateTimeOffset? RetestedFrom(PatientView patient)
    {
        var since = Sample.When.Earliest < Progression.When!.Value.Earliest ? Sample.When.Earliest : Progression.When.Value.Earliest;
        return patient.Tumours.SelectMany(static tumour => tumour.Assessments).Concat(patient.Unassigned)
            .Where(a => StatusWalk.IsUsable(a) && a.When.Earliest >= since)
            .Select(static a => a.Readings.FirstOrDefault(static reading => reading.Status.IsDeterminate())?.KnownFrom)
            .Min();
    }

    private static CopyNumberAtProgression? At(
        ProgressionFact progression, TreatmentLine line, PatientView patient, (RuleContext Context, RuleOutcome Outcome) at)
    {
        var when = progression.When!.Value;
        var days = Window(at.Context);
        var onTreatment = patient.PlasmaSamples.Where(sample => sample.When.OrderAgainst(line.First.When) == TimeOrder.After
            && !(line.Next is { } next && sample.When.OrderAgainst(next.When) == TimeOrder.After)).ToList();
        var near = onTreatment.Where(sample => Furthest(sample.When, when) <= TimeSpan.FromDays(days + 1))
            .OrderBy(sample => (sample.When.Earliest - when.Earliest).Duration()).ThenByDescending(static sample => sample.When.Earliest).ToList();
        if (near.Count == 0)
        {
            if (onTreatment.Exists(sample => Nearest(sample.When, when) < TimeSpan.FromDays(days + 1)))
            {
                at.Outcome.CannotTell("plasma-dates-too-coarse");
            }

            return null;
        }

        var baselines = patient.PlasmaSamples.Where(sample => IsBaseline(sample, line, at.Context)).ToList();
        var pair = near.Select(sample => (Sample: sample, Baseline: baselines.LastOrDefault(sample.IsOfSameAssay)))
            .FirstOrDefault(static pair => pair.Baseline is not null);
        if (pair.Baseline is { } baseline)
        {
            return new CopyNumberAtProgression(baseline, pair.Sample, progression, line);
        }

        if (baselines.Count == 0)
        {
            at.Outcome.CannotTell("no-plasma-baseline");
        }
        else
        {
            at.Outcome.CannotTell("plasma-assays-differ");
        }

        return null;
    }

    private static bool IsBaseline(PlasmaSample sample, TreatmentLine line, RuleContext context) =>
        sample.When.OrderAgainst(line.First.When) != TimeOrder.After
        && (line.First.When.Earliest - sample.When.Earliest).Days <= context.Days(CopyNumberFallRule.Id, CopyNumberFallRule.BaselineDays);

    private static int Window(RuleContext context) => context.Days(CopyNumberFallRule.Id, CopyNumberFallRule.ProgressionWindowDays);

    private static bool? IsMoreThan(Measure number, decimal limit) => number.Bound switch
    {
        MeasureBound.Exact => number.Value > limit,
        MeasureBound.GreaterThan => number.Value >= limit ? true : null,
        MeasureBound.AtLeast => number.Value > limit ? true : null,
        _ => number.Value <= limit ? false : null,
    };

    private static TimeSpan Furthest(ClinicalTime a, ClinicalTime b) =>
        a.LatestExclusive - b.Earliest > b.LatestExclusive - a.Earliest ? a.LatestExclusive - b.Earliest : b.LatestExclusive - a.Earliest;

    /// <summary>In whole days as they are written: two days say exactly how far apart they are.</summary>
    private static TimeSpan Nearest(ClinicalTime a, ClinicalTime b) =>
        a.Overlaps(b) ? TimeSpan.Zero : a.Earliest >= b.LatestExclusive ? a.Earliest - b.LastDay() : b.Earliest - a.LastDay();
}

/// <summary>Copies at progression against the baseline.</summary>
internal enum CopyChange
{
    /// <summary>Within the noise band.</summary>
    None,
    Fall,
    Rise,
}
