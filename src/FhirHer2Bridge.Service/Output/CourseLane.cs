namespace FhirHer2Bridge.Service.Output;

/// <summary>Courses of one drug as bars. An end that is only known to the month or year fades: drawn dashed as wide as it is.</summary>
internal static class CourseLane
{
    private const double Bar = 12;
    private const double LabelHeight = 15;
    private const double Narrowest = 5;

    public static string Color(string drugClass) => drugClass switch
    {
        "trastuzumab" => "#00795A",
        "trastuzumab-adc" => "#A3528A",
        _ => "#4A7FA8",
    };

    /// <returns>Where the lane ends.</returns>
    public static double Draw(SvgCanvas canvas, TimeScale scale, double top, IReadOnlyList<CourseLine> courses)
    {
        var placed = courses
            .Select(course => (Course: course, First: DrawnTime.Parse(course.First), Last: DrawnTime.Parse(course.Last)))
            .Where(static c => c is { First: not null, Last: not null })
            .Select(c => (c.Course, X: scale.X(c.First!.Value.Start), First: c.First.Value, Last: c.Last!.Value, Label: Label(c.Course)))
            .ToList();
        var rows = LabelRows.Assign([.. placed.Select(static p => (p.X, LabelRows.WidthOf(p.Label, 11)))]);
        for (var index = 0; index < placed.Count; index++)
        {
            var (course, x, first, last, label) = placed[index];
            var labelY = top + Bar + 20 + (rows[index] * LabelHeight);
            var group = canvas.Group($"{course.Drug} ({course.Class}) · {label} · {string.Join(", ", course.Evidence)}");
            DrawBar(group, scale, top + 6, (first, last), Color(course.Class));
            if (rows[index] > 0)
            {
                group.Line((x, top + 6 + Bar), (x, labelY - 4), new Pen("#9E9E9E", 0.8));
            }

            group.Text(x + (rows[index] > 0 ? 4 : 0), labelY, label);
        }

        return top + Bar + 32 + (rows.DefaultIfEmpty().Max() * LabelHeight);
    }

    private static void DrawBar(SvgCanvas canvas, TimeScale scale, double y, (DrawnTime First, DrawnTime Last) course, string color)
    {
        var (outerLeft, outerRight) = (scale.X(course.First.Start), scale.X(course.Last.End));
        if (course.First.IsSpan || course.Last.IsSpan)
        {
            canvas.Box((outerLeft, y), (Math.Max(outerRight - outerLeft, Narrowest), Bar), "#FFFFFF", new Pen(color, 1.2, "3 2"));
        }

        var left = scale.X(course.First.IsSpan ? course.First.End : course.First.Start);
        var right = scale.X(course.Last.IsSpan ? course.Last.Start : course.Last.End);
        if (right >= left)
        {
            canvas.Box((left, y), (Math.Max(right - left, Narrowest), Bar), color);
        }
    }

    private static string Label(CourseLine course)
    {
        var doses = course.Doses == 1 ? "1 dose" : FormattableString.Invariant($"{course.Doses} doses");
        return string.Equals(course.First, course.Last, StringComparison.Ordinal)
            ? $"{doses}, {Day(course.First)}"
            : $"{doses}, {Day(course.First)} to {Day(course.Last)}";
    }

    /// <summary>The time of day is in the evidence; here it would only push labels apart.</summary>
    private static string Day(string literal) => literal.Length > 10 && literal[10] == 'T' && !literal.Contains('/', StringComparison.Ordinal) ? literal[..10] : literal;
}
