using System.Globalization;
using FhirHer2Bridge.Core.Flags;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Everything a flag says, as a page that can be read: the clinician reads no less.</summary>
internal static class WrittenFlag
{
    public static string Written(this PatientBuilder patient, string code, int day) =>
        string.Join("\n", patient.Flags(code, day).Select(static flag => flag.Written()));

    public static string Written(this Flag flag)
    {
        var lines = new List<string>
        {
            $"{flag.Severity} {flag.State}, day {Days(flag.Start)}{(flag.End is { } end ? $" to {Days(end)}, {flag.Reason}" : "")}{(flag.Provisional ? ", provisional" : "")}",
            $"about {flag.Anchor} [{string.Join(", ", flag.AnchorMembers)}], {flag.Tumour}, {flag.Focus?.Value ?? "no condition"}, {flag.Effective.Literal}",
            flag.Text,
            "rests on " + string.Join(", ", flag.Evidence.Select(static source => source.Key.Value)),
        };
        if (flag.Details.Count > 0)
        {
            lines.Add("says " + string.Join(", ", flag.Details.Select(static detail => $"{detail.Code} {detail.Value}")));
        }

        return string.Join("\n", lines);
    }

    private static string Days(DateTimeOffset instant) => (instant - PatientBuilder.Instant(0)).TotalDays.ToString("0.###", CultureInfo.InvariantCulture);
}
