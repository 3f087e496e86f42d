using Quartz;

namespace FhirHer2Bridge.Service.Settings;

/// <summary>What is wrong with section <c>Schedule</c>.</summary>
internal static class ScheduleProblems
{
    /// <summary>More than a day of any schedule that keeps to <see cref="ScheduleSettings.ShortestInterval"/>.</summary>
    private const int FireTimes = 10_000;

    public static IEnumerable<string> Of(ScheduleSettings schedule)
    {
        if (schedule.Interval < ScheduleSettings.ShortestInterval)
        {
            yield return $"Schedule:Interval is {schedule.Interval:c}; the shortest is {ScheduleSettings.ShortestInterval:c}";
        }

        if (schedule.Cron is { } cron && OfCron(cron) is { } problem)
        {
            yield return $"Schedule:Cron is {cron}; {problem}";
        }

        if (schedule.FailureBudget is < 1 or > 1000)
        {
            yield return $"Schedule:FailureBudget is {schedule.FailureBudget}; it must lie between 1 and 1000";
        }
    }

    private static string? OfCron(string text)
    {
        try
        {
            // A fixed start and zone: the same expression is refused or accepted on every machine and day.
            var expression = new CronExpression(text, TimeZoneInfo.Utc);
            if (expression.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is not { } last)
            {
                return "it never fires";
            }

            for (var i = 1; i < FireTimes && expression.GetNextValidTimeAfter(last) is { } next; i++)
            {
                if (next - last < ScheduleSettings.ShortestInterval)
                {
                    return $"cycles would start {next - last:c} apart; the shortest is {ScheduleSettings.ShortestInterval:c}";
                }

                last = next;
            }

            return null;
        }
        catch (FormatException)
        {
            return "it must be a Quartz cron expression such as 0 0/15 * * * ?";
        }
    }
}
