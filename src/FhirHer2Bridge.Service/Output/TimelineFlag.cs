using System.Globalization;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Output;

/// <summary>A flag of the line with the ends of its episode, where the caller knows them: the line itself carries none.</summary>
internal sealed record TimelineFlag(int Number, FlagLine Line, DateTimeOffset? Start, DateTimeOffset? End)
{
    /// <summary>"active since 2021-05-21", "resolved, 2021-01-19 to 2021-03-05"; what is not known is not made up.</summary>
    public string Duration => (Line.State, Start, End) switch
    {
        ("active", { } start, _) => $"active since {Day(start)}",
        ("active", null, _) => $"active, about {Line.Effective}",
        (_, { } start, { } end) => $"{Line.State}, {Day(start)} to {Day(end)}",
        (_, { } start, null) => $"{Line.State}, raised {Day(start)}",
        _ => $"{Line.State}, about {Line.Effective}",
    };

    /// <summary>In the line's order, numbered from 1.</summary>
    public static List<TimelineFlag> Of(AssessmentRecord record, IReadOnlyCollection<Flag>? episodes) =>
        [.. record.Flags.Select((line, index) =>
        {
            var episode = episodes?.FirstOrDefault(flag => IsSame(flag, line));
            return new TimelineFlag(index + 1, line, episode?.Start, episode?.End);
        })];

    private static bool IsSame(Flag flag, FlagLine line) =>
        string.Equals(flag.Code, line.Code, StringComparison.Ordinal)
        && string.Equals(flag.Effective.Literal, line.Effective, StringComparison.Ordinal)
        && string.Equals(LineWords.Of(flag.Severity), line.Severity, StringComparison.Ordinal)
        && string.Equals(LineWords.Of(flag.State), line.State, StringComparison.Ordinal)
        && string.Equals(flag.Text, line.Text, StringComparison.Ordinal);

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
