using System.CommandLine;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>
/// <c>replay</c>: the rules over the stored facts, and which flags they would add, change or close against what stands. Writes
/// nothing. 6 unknown patient.
/// </summary>
internal static class ReplayVerb
{
    public static Command Create(TimeProvider time)
    {
        var common = new CommonOptions();
        var rules = new Option<string?>("--rules") { Description = "Only these rules (H2B-15,H2B-19), also where they are switched off.", HelpName = "ID,..." };
        var patient = new Option<string?>("--patient") { Description = "Only this patient.", HelpName = "ID" };
        var asOf = new AsOfOption();
        var command = new Command("replay", "Says which flags the rules would change over the stored facts; writes nothing.") { rules, asOf.Option, patient };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = common.Load(parsed, time);
            if (await asOf.ReadAsync(parsed, TimeZoneInfo.FindSystemTimeZoneById(settings.Clinical.TimeZone), time) is not { } moment
                || await RulesAsync(parsed.GetValue(rules)) is not { } asked)
            {
                return ExitCode.Usage;
            }

            await using var store = await SqliteBridgeStore.OpenReadOnlyAsync(settings.Store.File, cancellationToken);
            var endpoints = await StoredPatients.EndpointsAsync(store, settings, parsed.GetValue(common.Server) is not null, cancellationToken);
            var output = new ReplayText(moment, asked, parsed.GetValue(common.Json));
            var policy = Policy(settings, asked);
            if (parsed.GetValue(patient) is { } id)
            {
                if (await StoredPatients.FindAsync(store, endpoints, PatientId.Parse(id), cancellationToken) is not { } found)
                {
                    return ExitCode.UnknownPatient;
                }

                await output.WriteAsync(found.Endpoint, await StoredAssessment.ReplayAsync(store, found.Endpoint, found.Memory, policy, moment, cancellationToken));
            }
            else
            {
                await AllAsync(store, endpoints, policy, moment, output, cancellationToken);
            }

            await output.EndAsync();
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task AllAsync(
        SqliteBridgeStore store, IReadOnlyList<string> endpoints, AssessmentPolicy policy, AsOf moment, ReplayText output, CancellationToken cancellationToken)
    {
        foreach (var endpoint in endpoints)
        {
            var scope = await store.ReadScopeAsync(endpoint, cancellationToken);
            foreach (var id in scope.Order(StringComparer.Ordinal))
            {
                if (await store.ReadPatientAsync(endpoint, new(id), cancellationToken) is { } memory)
                {
                    await output.WriteAsync(endpoint, await StoredAssessment.ReplayAsync(store, endpoint, memory, policy, moment, cancellationToken));
                }
            }
        }
    }

    /// <summary>All rules are asked, as one may silence another; those the site switched off only where they were named.</summary>
    private static AssessmentPolicy Policy(BridgeSettings settings, HashSet<string> asked) => AssessmentPolicy.From(settings) with
    {
        Rules = RuleBook.Default.Without(settings.Rules.Disabled.Where(id => !asked.Contains(id)).ToHashSet(StringComparer.Ordinal)),
    };

    /// <summary>Empty: all rules in force. Null: an id that is none, and that was said.</summary>
    private static async Task<HashSet<string>?> RulesAsync(string? list)
    {
        var asked = (list ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        var unknown = asked.Except(RuleBook.Default.Rules.Select(static rule => rule.Card.Id.Value), StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
        {
            return asked;
        }

        await Console.Error.WriteLineAsync($"{RunErrors.Usage}: no rule is called {string.Join(", ", unknown)}");
        return null;
    }
}
