namespace FhirHer2Bridge.Service.Output;

/// <summary>What the signs mean.</summary>
internal static class TimelineLegend
{
    public const double Height = 42;
    private const double Left = 20;

    public static void Draw(SvgCanvas canvas, double top)
    {
        var x = Left;
        foreach (var status in StatusMark.Statuses)
        {
            StatusMark.Draw(canvas, (x + 8, top + 8), status, "final");
            x = Caption(canvas, x + 20, top, status);
        }

        StatusMark.Draw(canvas, (x + 8, top + 8), "negative", "preliminary");
        x = Caption(canvas, x + 20, top, "preliminary: not relied upon");
        StatusMark.Draw(canvas, (x + 8, top + 8), "negative", "withdrawn");
        x = Caption(canvas, x + 22, top, "withdrawn");
        canvas.Box((x, top + 4), (30, 8), "#FFFFFF", new Pen("#5F5F5F", 1.2, "3 2"));
        Caption(canvas, x + 36, top, "date known only to month, year or period");

        var below = top + 22;
        x = Left;
        canvas.Box((x, below + 4), (24, 9), FlagLane.Color("high"));
        canvas.Polygon([(x + 24, below + 1.5), (x + 32, below + 8.5), (x + 24, below + 15.5)], FlagLane.Color("high"));
        x = Caption(canvas, x + 38, below, "flag active (thicker: more severe)");
        canvas.Box((x, below + 4), (30, 7), "#FFFFFF", new Pen(FlagLane.Color("moderate"), 1.3));
        x = Caption(canvas, x + 36, below, "flag resolved");
        canvas.Box((x, below + 4), (30, 7), "#FFFFFF", new Pen(FlagLane.Color("moderate"), 1.3, "3 2"));
        x = Caption(canvas, x + 36, below, "flag withdrawn");
        canvas.Line((x + 2, below), (x + 2, below + 16), new Pen("#1F4E79", 1.5, "5 3"));
        Caption(canvas, x + 10, below, "moment of assessment");
    }

    private static double Caption(SvgCanvas canvas, double x, double top, string text)
    {
        canvas.Text(x, top + 12, text, TextLook.Faint);
        return x + LabelRows.WidthOf(text, 10) + 16;
    }
}
