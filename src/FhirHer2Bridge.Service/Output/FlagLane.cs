namespace FhirHer2Bridge.Service.Output;

/// <summary>One row for each flag: its bar from start to end, thicker and darker with severity, hollow once it has ended.</summary>
internal static class FlagLane
{
    private const double RowHeight = 34;
    private const double RightEdge = 990;

    public static string Color(string severity) => severity switch
    {
        "high" => "#9E1B32",
        "moderate" => "#B35900",
        _ => "#5C5C5C",
    };

    /// <returns>Where the lane ends.</returns>
    public static double Draw(SvgCanvas canvas, TimeScale scale, double top, (IReadOnlyList<TimelineFlag> Flags, string? AsOf) of)
    {
        var asOf = DrawnTime.Parse(of.AsOf)?.End;
        var y = top;
        foreach (var flag in of.Flags)
        {
            DrawOne(canvas.Group($"{flag.Line.Text} [{string.Join(", ", flag.Line.Evidence)}]"), scale, y, (flag, asOf));
            y += RowHeight;
        }

        return y + 4;
    }

    private static void DrawOne(SvgCanvas canvas, TimeScale scale, double top, (TimelineFlag Flag, DateTimeOffset? AsOf) of)
    {
        var (flag, line) = (of.Flag, of.Flag.Line);
        var color = Color(line.Severity);
        var start = flag.Start ?? DrawnTime.Parse(line.Effective)?.Start;
        var left = start is { } begin ? scale.X(begin) : TimeScale.Left;
        var label = FormattableString.Invariant($"{flag.Number}  {line.Severity.ToUpperInvariant()} · {line.Code} · {flag.Duration}");
        var labelX = Math.Max(TimeScale.Left, Math.Min(left, RightEdge - LabelRows.WidthOf(label, 11.5)));
        canvas.Text(labelX, top + 13, label, new TextLook(11, color, Bold: true)
        {
            Struck = string.Equals(line.State, "withdrawn", StringComparison.Ordinal),
        });
        if (start is null)
        {
            return;
        }

        var isActive = string.Equals(line.State, "active", StringComparison.Ordinal);
        var end = isActive ? of.AsOf : flag.End;
        var right = end is { } known ? scale.X(known) : isActive ? TimeScale.Right : left;
        DrawBar(canvas, (left, Math.Max(right, left + 4), top + 22), line, isEndKnown: isActive || end is not null);
    }

    private static void DrawBar(SvgCanvas canvas, (double Left, double Right, double Y) bar, FlagLine line, bool isEndKnown)
    {
        var color = Color(line.Severity);
        var height = line.Severity switch { "high" => 9.0, "moderate" => 7.0, _ => 5.0 };
        var (width, y) = (bar.Right - bar.Left, bar.Y - (height / 2));
        if (string.Equals(line.State, "active", StringComparison.Ordinal))
        {
            canvas.Box((bar.Left, y), (width, height), color);
            canvas.Polygon([(bar.Right, bar.Y - 7), (bar.Right + 8, bar.Y), (bar.Right, bar.Y + 7)], color);
            return;
        }

        var dash = string.Equals(line.State, "withdrawn", StringComparison.Ordinal) ? "3 2" : null;
        canvas.Box((bar.Left, y), (width, height), "#FFFFFF", new Pen(color, 1.3, dash));
        if (!isEndKnown)
        {
            canvas.Line((bar.Right, bar.Y), (bar.Right + 18, bar.Y), new Pen(color, 1.3, "1.5 3"));
        }
    }
}
