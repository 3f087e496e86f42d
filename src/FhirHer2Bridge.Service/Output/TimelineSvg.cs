using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// One patient's HER2 timeline as a self-contained SVG, 1000 pixels wide: no script, no style sheet, no font, nothing to fetch.
/// The same input gives the same bytes.
/// </summary>
internal static class TimelineSvg
{
    private const double Width = 1000;
    private const double AxisTop = 84;

    /// <param name="title">Heading; the caller decides whether it names the patient.</param>
    /// <param name="episodes">Flags with their start and end, where known: the line has neither.</param>
    public static string Draw(AssessmentRecord record, string title, IReadOnlyCollection<Flag>? episodes = null)
    {
        var flags = TimelineFlag.Of(record, episodes);
        var picture = SvgCanvas.Create($"{title}. {TimelineWords.Status(record)}");
        var paper = picture.Group();
        var grid = picture.Group();
        var lanes = picture.Group();
        lanes.Text(20, 30, PlainText.Shorten(title, 90), new TextLook(18, "#111111", Bold: true));
        DrawStatus(lanes, record);

        var bottom = AxisTop;
        if (TimeScale.Over(Moments(record, flags)) is { } scale)
        {
            bottom = DrawLanes(lanes, scale, record, flags);
            TimeAxis.Draw(grid, scale, AxisTop, bottom);
            TimeAxis.DrawAsOf(grid, scale, record.AsOf, (AxisTop, bottom));
        }

        TimelineLegend.Draw(lanes, bottom + 10);
        bottom = TimelineNotes.Draw(lanes, bottom + 20 + TimelineLegend.Height, record, flags) + 12;
        paper.Box((0, 0), (Width, bottom), "#FFFFFF");
        return picture.Save(Width, bottom);
    }

    private static void DrawStatus(SvgCanvas canvas, AssessmentRecord record)
    {
        StatusMark.Draw(canvas, (28, 50), record.Status.Value, "final");
        canvas.Text(44, 55, PlainText.Shorten(TimelineWords.Status(record), 140), new TextLook(13, StatusMark.Color(record.Status.Value), Bold: true));
    }

    private static double DrawLanes(SvgCanvas canvas, TimeScale scale, AssessmentRecord record, List<TimelineFlag> flags)
    {
        var y = AxisTop + TimeAxis.Height;
        foreach (var (name, track) in ((string, string)[])[("HER2 in tissue", "tissue"), ("HER2 in plasma", "plasma")])
        {
            var results = record.History.Where(result => string.Equals(result.Track, track, StringComparison.Ordinal)
                && DrawnTime.Parse(result.When) is not null).ToList();
            if (results.Count > 0)
            {
                y = Lane(canvas, y, (name, null), top => ResultLane.Draw(canvas, scale, top, results));
            }
            else if (string.Equals(track, "tissue", StringComparison.Ordinal))
            {
                y = Empty(canvas, y, name, TimelineWords.NoResult(record));
            }
        }

        foreach (var drug in record.Courses.GroupBy(static course => (course.Drug, course.Class)))
        {
            y = Lane(canvas, y, (drug.Key.Drug, drug.Key.Class), top => CourseLane.Draw(canvas, scale, top, [.. drug]));
        }

        if (record.Courses.Count == 0)
        {
            y = Empty(canvas, y, "HER2 drugs", TimelineWords.NoCourse);
        }

        y = flags.Count > 0
            ? Lane(canvas, y, ("Flags", null), top => FlagLane.Draw(canvas, scale, top, (flags, record.AsOf)))
            : Empty(canvas, y, "Flags", TimelineWords.NoFlag(record));
        canvas.Line((20, y), (Width - 10, y), new Pen("#D0D0D0"));
        return y;
    }

    private static double Lane(SvgCanvas canvas, double top, (string Name, string? Below) label, Func<double, double> draw)
    {
        canvas.Line((20, top), (Width - 10, top), new Pen("#D0D0D0"));
        var y = top + 20;
        foreach (var line in PlainText.Wrap(label.Name, 20).Take(2))
        {
            canvas.Text(20, y, line, new TextLook(12, "#222222", Bold: true));
            y += 14;
        }

        if (label.Below is { } below && !string.Equals(below, label.Name, StringComparison.Ordinal))
        {
            canvas.Text(20, y, below, TextLook.Faint);
            y += 14;
        }

        return Math.Max(draw(top + 4), y);
    }

    private static double Empty(SvgCanvas canvas, double top, string name, string words) => Lane(canvas, top, (name, null), y =>
    {
        canvas.Text(TimeScale.Left, y + 16, words, TextLook.Faint);
        return y + 28;
    });

    private static List<DateTimeOffset> Moments(AssessmentRecord record, List<TimelineFlag> flags)
    {
        var literals = record.History.Select(static result => result.When)
            .Concat(record.Courses.SelectMany(static course => (string[])[course.First, course.Last]))
            .Concat(record.Flags.Select(static flag => flag.Effective))
            .Append(record.AsOf);
        return [.. literals.Select(DrawnTime.Parse).OfType<DrawnTime>().SelectMany(static time => (DateTimeOffset[])[time.Start, time.End])
            .Concat(flags.SelectMany(static flag => (DateTimeOffset?[])[flag.Start, flag.End]).OfType<DateTimeOffset>())
            .Where(static moment => DrawnTime.IsDrawable(moment))];
    }
}
