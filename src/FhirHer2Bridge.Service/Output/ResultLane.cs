namespace FhirHer2Bridge.Service.Output;

/// <summary>HER2 results of one track: marks in time, each with its own label below. A partial date is drawn as wide as it is.</summary>
internal static class ResultLane
{
    private const double FirstMark = 16;
    private const double MarkStep = 19;
    private const double LabelHeight = 30;
    private const int LabelLength = 34;

    /// <returns>Where the lane ends.</returns>
    public static double Draw(SvgCanvas canvas, TimeScale scale, double top, IReadOnlyList<HistoryLine> results)
    {
        var placed = Place(scale, results);
        var rows = LabelRows.Assign([.. placed.Select(static p => (p.Left, p.Width))]);
        var labelTop = top + FirstMark + (placed.Max(static p => p.Level) * MarkStep) + 26;
        for (var index = 0; index < placed.Count; index++)
        {
            DrawOne(canvas.Group(Tooltip(placed[index].Result)), placed[index], top, labelTop + (rows[index] * LabelHeight));
        }

        return labelTop + (rows.Max() * LabelHeight) + 24;
    }

    private static List<Placed> Place(TimeScale scale, IReadOnlyList<HistoryLine> results)
    {
        var placed = new List<Placed>();
        var dated = results.Select(result => (Result: result, When: DrawnTime.Parse(result.When)))
            .Where(static r => r.When is not null).OrderBy(static r => r.When!.Value.Start);
        foreach (var (result, when) in dated)
        {
            var (left, right) = (scale.X(when!.Value.Start), scale.X(when.Value.End));
            var level = 0;
            while (placed.Exists(other => other.Level == level && left - other.Reach < 20))
            {
                level++;
            }

            placed.Add(new Placed(result, left, when.Value.IsSpan ? right : left, level));
        }

        return placed;
    }

    private static void DrawOne(SvgCanvas canvas, Placed placed, double top, double labelY)
    {
        var (result, color) = (placed.Result, StatusMark.Color(placed.Result.Value));
        var y = top + FirstMark + (placed.Level * MarkStep);
        canvas.Line((placed.Left, y), (placed.Left, labelY), new Pen("#9E9E9E", 0.8));
        if (placed.Right > placed.Left)
        {
            canvas.Box((placed.Left, y - 4), (placed.Right - placed.Left, 8), "#FFFFFF", new Pen(color, 1.2, "3 2"));
        }

        StatusMark.Draw(canvas, ((placed.Left + placed.Right) / 2, y), result.Value, result.Standing);
        var struck = string.Equals(result.Standing, "withdrawn", StringComparison.Ordinal);
        canvas.Text(placed.Left + 5, labelY, First(result), new TextLook(11, color, Bold: true) { Struck = struck });
        canvas.Text(placed.Left + 5, labelY + 13, Second(result), TextLook.Faint);
    }

    /// <summary>"IHC 3+ · positive".</summary>
    private static string First(HistoryLine result)
    {
        var value = TimelineWords.Value(result);
        var methods = string.Join(", ", result.Methods);
        return methods.Length == 0 ? value : $"{PlainText.Shorten(methods, LabelLength)} · {value}";
    }

    private static string Second(HistoryLine result) =>
        PlainText.Shorten(result.Site is { Length: > 0 } site ? $"{result.When} · {site}" : result.When, LabelLength);

    private static string Tooltip(HistoryLine result) => string.Join(" · ", ((string?[])
    [
        result.When, string.Join(", ", result.Methods), TimelineWords.Value(result), result.Track, result.Specimen, result.Site,
        string.Join(", ", result.Evidence), string.Join(", ", result.Notes),
    ]).Where(static part => part is { Length: > 0 }));

    private sealed record Placed(HistoryLine Result, double Left, double Right, int Level)
    {
        /// <summary>How far to the right the mark itself is drawn.</summary>
        public double Reach => Math.Max(Right, Left);

        public double Width { get; } = Math.Max(LabelRows.WidthOf(First(Result), 11.5), LabelRows.WidthOf(Second(Result), 10));
    }
}
