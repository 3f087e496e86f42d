namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// The sign of a status: shape, inner sign and colour each tell it apart, so that it survives colour blindness and a grey print.
/// Colours: Okabe and Ito, Color Universal Design (2008).
/// </summary>
internal static class StatusMark
{
    public const double Size = 7;
    private const string Paper = "#FFFFFF";

    public static IReadOnlyList<string> Statuses { get; } = ["positive", "negative", "equivocal", "indeterminate"];

    public static string Color(string status) => status switch
    {
        "positive" => "#B8460A",
        "negative" => "#0072B2",
        "equivocal" => "#B07C00",
        _ => "#5F5F5F",
    };

    /// <summary>A result that is not final is hollow and dashed; a withdrawn one is crossed out.</summary>
    public static void Draw(SvgCanvas canvas, (double X, double Y) at, string status, string standing)
    {
        var isFinal = string.Equals(standing, "final", StringComparison.Ordinal);
        var color = Color(status);
        var fill = isFinal ? color : Paper;
        var pen = isFinal ? new Pen(Paper) : new Pen(color, 1.5, "2 1.5");
        Outline(canvas, at, status, (fill, pen));
        Sign(canvas, at, status, new Pen(isFinal ? Paper : color, 2));
        if (string.Equals(standing, "withdrawn", StringComparison.Ordinal))
        {
            canvas.Line((at.X - 9, at.Y + 9), (at.X + 9, at.Y - 9), new Pen("#222222", 1.5));
        }
    }

    private static void Outline(SvgCanvas canvas, (double X, double Y) at, string status, (string Fill, Pen Pen) look)
    {
        switch (status)
        {
            case "positive":
                canvas.Circle(at, Size, look.Fill, look.Pen);
                break;
            case "negative":
                canvas.Box((at.X - 6.5, at.Y - 6.5), (13, 13), look.Fill, look.Pen);
                break;
            case "equivocal":
                canvas.Polygon(Diamond(at), look.Fill, look.Pen);
                break;
            case "unknown":
                canvas.Circle(at, Size, Paper, new Pen(Color(status), 1.5));
                canvas.Text(at.X, at.Y + 4, "?", new TextLook(11, Color(status), Bold: true) { Anchor = "middle" });
                break;
            default:
                canvas.Polygon(Triangle(at), look.Fill, look.Pen);
                break;
        }
    }

    private static void Sign(SvgCanvas canvas, (double X, double Y) at, string status, Pen pen)
    {
        if (status is "positive" or "negative")
        {
            canvas.Line((at.X - 3.5, at.Y), (at.X + 3.5, at.Y), pen);
        }

        if (status is "positive")
        {
            canvas.Line((at.X, at.Y - 3.5), (at.X, at.Y + 3.5), pen);
        }
    }

    private static (double X, double Y)[] Diamond((double X, double Y) at) =>
        [(at.X, at.Y - 8.5), (at.X + 8.5, at.Y), (at.X, at.Y + 8.5), (at.X - 8.5, at.Y)];

    private static (double X, double Y)[] Triangle((double X, double Y) at) =>
        [(at.X - 8, at.Y + 6), (at.X, at.Y - 8), (at.X + 8, at.Y + 6)];
}
