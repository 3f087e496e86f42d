namespace FhirHer2Bridge.Core.Rules;

/// <summary>The later and the earlier of moments, some of which may not come at all.</summary>
internal static class Moment
{
    public static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> moments)
    {
        var latest = moments[0];
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment : latest;
        }

        return latest;
    }

    public static DateTimeOffset? Latest(DateTimeOffset? a, DateTimeOffset b) => a is null || a > b ? a : b;

    public static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
