using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>When reassessment falls due after a test, by tumour and setting (reference 5, thresholds table).</summary>
/// <param name="At">From this instant on it is overdue.</param>
/// <param name="HighAt">From this instant on severely so; null: never.</param>
/// <param name="UnsureFrom">Tumour type unknown: from here on one reading says due and the other does not.</param>
internal readonly record struct ReassessmentClock(
    DateTimeOffset At, FlagSeverity Severity, DateTimeOffset? HighAt = null, DateTimeOffset? UnsureFrom = null)
{
    public static ReassessmentClock For(TumourLine tumour, DateTimeOffset test, DateTimeOffset courseStart, ClockDays days)
    {
        var gastric = new ReassessmentClock(
            test.AddDays(days.Gastric + 1), FlagSeverity.Moderate, HighAt: test.AddDays(days.GastricHigh + 1));
        var later = test > courseStart ? test : courseStart;
        var breast = new ReassessmentClock(later.AddDays(days.Breast + 1), FlagSeverity.Low);
        if (tumour.Setting != TumourSetting.Metastatic)
        {
            // A fixed year of treatment after one positive biopsy is standard: time alone is no reason before the course exceeds it.
            var course = courseStart.AddDays(days.BreastCourse + 1);
            breast = breast with { At = course > breast.At ? course : breast.At };
        }

        return tumour.Kind switch
        {
            TumourKind.Gastric => gastric,
            TumourKind.Breast => breast,
            _ => breast with { At = breast.At > gastric.At ? breast.At : gastric.At, UnsureFrom = gastric.At },
        };
    }
}

/// <summary>The thresholds of the clock, in whole days.</summary>
internal readonly record struct ClockDays(int Gastric, int GastricHigh, int Breast, int BreastCourse);
