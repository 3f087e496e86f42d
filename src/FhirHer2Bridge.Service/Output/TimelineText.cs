using FhirHer2Bridge.Core.Flags;
using Spectre.Console;

namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// One patient's timeline for a terminal. Colour only repeats what a word says, so that it reads the same without colours and
/// in a file.
/// </summary>
internal static class TimelineText
{
    /// <param name="title">Heading; the caller decides whether it names the patient.</param>
    /// <param name="episodes">Flags with their start and end, where known: the line has neither.</param>
    public static void Write(IAnsiConsole console, AssessmentRecord record, string title, IReadOnlyCollection<Flag>? episodes = null)
    {
        Line(console, title, new Style(decoration: Decoration.Bold));
        Line(console, TimelineWords.Status(record), StatusStyle(record.Status.Value));
        WriteResults(console, record);
        WriteCourses(console, record);
        WriteFlags(console, record, episodes);
        WriteAll(console, record.Undetermined, "Not answered", ["Rule", "Reason"], static rule => [Cell(rule.Rule), Cell(rule.Reason)]);
        WriteAll(console, record.Gaps, "Seen and not usable", ["Code", "Reason", "Source"],
            static gap => [Cell(gap.Code), Cell(gap.Reason), Cell(gap.Source)]);
    }

    private static void WriteResults(IAnsiConsole console, AssessmentRecord record)
    {
        if (record.History.Count == 0)
        {
            Line(console, TimelineWords.NoResult(record));
            return;
        }

        WriteAll(console, record.History, "HER2 results", ["When", "Status", "Result", "Specimen", "Evidence"], static result =>
        [
            Cell(result.When),
            Cell(TimelineWords.Value(result), StatusStyle(result.Value)),
            Cell(Lines([.. result.Methods, .. result.Notes.Select(static note => $"({note})")])),
            Cell(Lines([result.Site, result.Specimen, result.Track is "tissue" ? null : result.Track])),
            Cell(TimelineWords.Sources(result.Evidence)),
        ]);
    }

    private static void WriteCourses(IAnsiConsole console, AssessmentRecord record)
    {
        if (record.Courses.Count == 0)
        {
            Line(console, TimelineWords.NoCourse);
            return;
        }

        WriteAll(console, record.Courses, "HER2-directed treatment", ["First", "Last", "Drug", "Class", "Doses"], static course =>
        [
            Cell(course.First), Cell(course.Last), Cell(course.Drug), Cell(course.Class), Cell(FormattableString.Invariant($"{course.Doses}")),
        ]);
    }

    private static void WriteFlags(IAnsiConsole console, AssessmentRecord record, IReadOnlyCollection<Flag>? episodes)
    {
        if (record.Flags.Count == 0)
        {
            Line(console, TimelineWords.NoFlag(record));
            return;
        }

        WriteAll(console, TimelineFlag.Of(record, episodes), "Flags", ["Severity", "Flag", "State", "Why"], static flag =>
        [
            Cell(flag.Line.Severity, SeverityStyle(flag.Line)),
            Cell($"{flag.Line.Code}\n{flag.Line.Rule}"),
            Cell(flag.Duration),
            Cell($"{PlainText.Clean(flag.Line.Text)}\n[{PlainText.Clean(TimelineWords.Sources(flag.Line.Evidence))}]"),
        ]);
    }

    /// <summary>One table; nothing at all where there are no rows.</summary>
    private static void WriteAll<T>(
        IAnsiConsole console, IReadOnlyCollection<T> items, string title, string[] columns, Func<T, Text[]> cells)
    {
        if (items.Count == 0)
        {
            return;
        }

        console.WriteLine();
        var table = new Table { Title = new TableTitle(title), Border = TableBorder.Simple };
        table.AddColumns(columns);
        foreach (var item in items)
        {
            table.AddRow(cells(item));
        }

        console.Write(table);
    }

    private static void Line(IAnsiConsole console, string text, Style? style = null)
    {
        console.Write(Cell(text, style));
        console.WriteLine();
    }

    /// <summary>Never markup: brackets in a laboratory's text are brackets. Its own line breaks are kept only where we made them.</summary>
    private static Text Cell(string text, Style? style = null) =>
        new(string.Join('\n', text.Split('\n').Select(PlainText.Clean)), style);

    private static string Lines(IEnumerable<string?> parts) =>
        string.Join('\n', parts.Where(static part => part is { Length: > 0 }).Select(static part => PlainText.Clean(part!)));

    private static Style StatusStyle(string status) => new(status switch
    {
        "positive" => Color.Red,
        "negative" => Color.Blue,
        "equivocal" => Color.Olive,
        _ => Color.Grey,
    });

    private static Style SeverityStyle(FlagLine flag) => new(
        flag.Severity switch { "high" => Color.Red, "moderate" => Color.Olive, _ => Color.Grey },
        decoration: string.Equals(flag.State, "active", StringComparison.Ordinal) ? Decoration.Bold : Decoration.None);
}
