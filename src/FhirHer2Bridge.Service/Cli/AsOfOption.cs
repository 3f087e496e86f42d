using System.CommandLine;
using FhirHer2Bridge.Service.Run;

namespace FhirHer2Bridge.Service.Cli;

/// <summary><c>--as-of DATE</c>, as every verb that assesses takes it.</summary>
internal sealed class AsOfOption
{
    public Option<string?> Option { get; } = new("--as-of") { Description = "Assess for this moment (a date means its end).", HelpName = "DATE" };

    /// <summary>The moment asked for, else now. Null: neither a date nor an instant, and that was said.</summary>
    public async Task<AsOf?> ReadAsync(ParseResult parsed, TimeZoneInfo zone, TimeProvider time)
    {
        var moment = parsed.GetValue(Option) is { } literal ? AsOf.Parse(literal, zone) : AsOf.Now(time);
        if (moment is null)
        {
            await Console.Error.WriteLineAsync($"{RunErrors.Usage}: --as-of takes a date (2026-05-20) or an instant with an offset");
        }

        return moment;
    }
}
