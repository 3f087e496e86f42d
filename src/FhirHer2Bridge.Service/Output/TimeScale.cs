using System.Globalization;

namespace FhirHer2Bridge.Service.Output;

/// <summary>Time to pixels, and the ticks between. Right of the axis stays room for the labels of the last marks.</summary>
internal sealed class TimeScale
{
    public const double Left = 150;
    public const double Right = 770;
    private const double MaxMonths = 14;

    /// <summary>Below this an axis of months says nothing.</summary>
    private static readonly TimeSpan Narrowest = TimeSpan.FromDays(90);

    private readonly DateTimeOffset _from;
    private readonly TimeSpan _span;

    private TimeScale(DateTimeOffset from, TimeSpan span)
    {
        _from = from;
        _span = span;
    }

    private double Months => _span.TotalDays / 30.44;

    /// <summary>Null: nothing dated to draw.</summary>
    public static TimeScale? Over(IReadOnlyCollection<DateTimeOffset> moments)
    {
        if (moments.Count == 0)
        {
            return null;
        }

        var last = moments.Max();
        var span = last - moments.Min();
        span = span < Narrowest ? Narrowest : span;
        return new TimeScale(last - (span * 1.02), span * 1.04);
    }

    public double X(DateTimeOffset moment) => Left + (Math.Clamp((moment - _from) / _span, 0, 1) * (Right - Left));

    /// <summary>January firsts, thinned to what can be read.</summary>
    public IEnumerable<(double X, string Label)> Years()
    {
        var years = _span.TotalDays / 365.25;
        var step = ((int[])[1, 2, 5, 10, 20, 50, 100, 500]).First(step => step == 500 || years / step <= 16);
        var first = _from.Year + 1;
        return from year in Enumerable.Range(0, (int)years + 2).Select(index => first + index)
               where year % step == 0
               let moment = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)
               where moment < _from + _span
               select (X(moment), year.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The year the axis begins in, which has no January of its own.</summary>
    public string FirstYear => _from.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Firsts of months, quarters or half years; none where years alone fill the axis.</summary>
    public IEnumerable<(double X, string Label)> MonthTicks()
    {
        int? step = Months switch { <= MaxMonths * 1.3 => 1, <= MaxMonths * 4 => 3, <= MaxMonths * 8 => 6, _ => null };
        if (step is not { } months)
        {
            yield break;
        }

        var tick = new DateTimeOffset(_from.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (; tick < _from + _span; tick = tick.AddMonths(months))
        {
            if (tick >= _from)
            {
                yield return (X(tick), tick.ToString("MMM", CultureInfo.InvariantCulture));
            }
        }
    }
}
