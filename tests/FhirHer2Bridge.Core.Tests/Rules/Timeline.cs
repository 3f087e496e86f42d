using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>
/// What one rule says of a patient over time, one line for each change: "17: low active". Asked at the edges of every fact, one tick
/// before them, and whenever the answer itself says that it may change; so a change that was not announced is missing here.
/// </summary>
internal static class Timeline
{
    public static string Of(string rule, PatientBuilder patient, Completeness? completeness = null)
    {
        var moments = new SortedSet<DateTimeOffset>(patient.Facts.SelectMany(Edges).SelectMany(Around));
        var asked = new SortedSet<DateTimeOffset>();
        var lines = new List<string>();
        var last = "nothing";
        while (moments.Count > 0)
        {
            var moment = moments.Min;
            moments.Remove(moment);
            asked.Add(moment);
            var assessment = Her2Engine.Assess(
                new PatientKey("p1"),
                patient.Facts,
                [],
                new RuleBook(RuleBook.Default.Rules.Where(one => one.Card.Id.Value == rule)),
                new RuleContext(moment, completeness ?? Completeness.Whole));
            moments.UnionWith(Around(assessment.NextDue).Where(due => !asked.Contains(due) && due > moment));
            assessment.Flags.Select(static flag => (flag.Code, flag.Anchor)).ShouldBeUnique();
            var said = Said(assessment);
            if (said != last)
            {
                lines.Add($"{Day(moment)}: {said}");
                last = said;
            }
        }

        return string.Join("\n", lines);
    }

    private static string Said(PatientAssessment assessment)
    {
        var said = assessment.Flags.Select(flag =>
                $"{flag.Severity} {flag.State}".ToLowerInvariant() + (flag.End is { } end ? $" {flag.Reason} {Day(flag.Start)} to {Day(end)}" : "")
                + (assessment.Flags.Count > 1 ? " @" + flag.Anchor : ""))
            .Concat(assessment.Undetermined.Select(static one => "? " + one.Reason)).ToList();
        return said.Count == 0 ? "nothing" : string.Join(" | ", said);
    }

    private static IEnumerable<DateTimeOffset> Edges(Fact fact)
    {
        DateTimeOffset?[] edges =
        [
            fact.When?.Earliest, fact.When?.LatestExclusive, fact.FirstSeen, fact.ReplacedAt, (fact as AssayFact)?.Issued,
            (fact as AlterationFact)?.Issued, (fact as ReportFact)?.Issued, (fact as TherapyFact)?.CourseEnd?.Earliest,
        ];
        return edges.OfType<DateTimeOffset>();
    }

    private static IEnumerable<DateTimeOffset> Around(DateTimeOffset? moment) => moment is { } at ? [at.AddTicks(-1), at] : [];

    private static string Day(DateTimeOffset moment)
    {
        var next = moment.AddTicks(1) - PatientBuilder.Instant(0);
        return next.Ticks % TimeSpan.TicksPerHour == 0
            ? "before " + next.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)
            : (moment - PatientBuilder.Instant(0)).TotalDays.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<DateTimeOffset> Around(DateTimeOffset moment) => Around((DateTimeOffset?)moment);
}
