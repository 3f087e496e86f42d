namespace FhirHer2Bridge.Service.Output;

/// <summary>Years and months above the lanes, their lines behind them, and the moment of assessment across all.</summary>
internal static class TimeAxis
{
    public const double Height = 44;
    private const double YearRoom = 34;

    private static readonly TextLook Year = new(12, "#222222", Bold: true);
    private static readonly TextLook Month = new(10, "#595959") { Anchor = "middle" };
    private static readonly TextLook AsOf = new(11, "#1F4E79", Bold: true) { Anchor = "middle" };

    public static void Draw(SvgCanvas canvas, TimeScale scale, double top, double bottom)
    {
        var years = scale.Years().ToList();
        foreach (var (x, label) in scale.MonthTicks())
        {
            canvas.Line((x, top + 36), (x, bottom), new Pen("#EEEEEE"));
            canvas.Text(x, top + 33, label, Month);
        }

        foreach (var (x, label) in years)
        {
            canvas.Line((x, top + 8), (x, bottom), new Pen("#BDBDBD"));
            canvas.Text(x + 4, top + 18, label, Year);
        }

        if (years.Count == 0 || years[0].X - TimeScale.Left > YearRoom)
        {
            canvas.Text(TimeScale.Left + 2, top + 18, scale.FirstYear, Year);
        }

        canvas.Line((TimeScale.Left, top + 38), (TimeScale.Right, top + 38), new Pen("#7A7A7A"));
    }

    public static void DrawAsOf(SvgCanvas canvas, TimeScale scale, string? asOf, (double Top, double Bottom) extent)
    {
        if (DrawnTime.Parse(asOf) is not { } moment)
        {
            return;
        }

        var x = scale.X(moment.End);
        canvas.Line((x, extent.Top), (x, extent.Bottom), new Pen("#1F4E79", 1.5, "5 3"));
        canvas.Text(x, extent.Top - 4, $"as of {asOf}", AsOf);
    }
}
