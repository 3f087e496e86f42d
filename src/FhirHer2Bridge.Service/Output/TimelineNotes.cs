namespace FhirHer2Bridge.Service.Output;

/// <summary>What a picture cannot draw, in words under it: why each flag stands, what could not be answered, what could not be read.</summary>
internal static class TimelineNotes
{
    private const double Left = 20;
    private const double LineHeight = 15;
    private const int LineLength = 150;

    /// <returns>Where the text ends.</returns>
    public static double Draw(SvgCanvas canvas, double top, AssessmentRecord record, IReadOnlyList<TimelineFlag> flags)
    {
        var y = Section(canvas, top, "Flags (information, never advice to stop or start a drug)",
            flags.Select(static flag => FormattableString.Invariant($"{flag.Number}  {flag.Line.Rule} {flag.Line.Code}: {flag.Line.Text} [{TimelineWords.Sources(flag.Line.Evidence)}]")));
        y = Section(canvas, y, "Not answered", record.Undetermined.Select(static rule => $"{rule.Rule}: {rule.Reason}"));
        y = Section(canvas, y, "Seen and not usable", record.Gaps.Select(static gap => $"{gap.Code}: {gap.Reason} [{gap.Source}]"));
        return Section(canvas, y, "Not drawn: the date cannot be placed", Undrawn(record));
    }

    private static double Section(SvgCanvas canvas, double top, string heading, IEnumerable<string> entries)
    {
        var y = top;
        foreach (var entry in entries)
        {
            if (y <= top)
            {
                canvas.Text(Left, y + 14, heading, new TextLook(12, "#222222", Bold: true));
                y += 20;
            }

            var indent = 0.0;
            foreach (var line in PlainText.Wrap(entry, LineLength))
            {
                canvas.Text(Left + indent, y + 10, line);
                y += LineHeight;
                indent = 16;
            }
        }

        return y > top ? y + 8 : y;
    }

    private static IEnumerable<string> Undrawn(AssessmentRecord record) =>
        record.History.Where(static result => DrawnTime.Parse(result.When) is null)
            .Select(static result => $"{result.When}: {string.Join(", ", result.Methods)} {result.Value} [{string.Join(", ", result.Evidence)}]")
            .Concat(record.Courses.Where(static course => DrawnTime.Parse(course.First) is null || DrawnTime.Parse(course.Last) is null)
                .Select(static course => $"{course.First} to {course.Last}: {course.Drug} [{string.Join(", ", course.Evidence)}]"));
}
