using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Run;

/// <summary>Planned changes to flags and writes: what stands after them, and what of it goes to the server.</summary>
internal static class FlagLedger
{
    public static Plan Apply(IReadOnlyList<FlagRecord> flags, EquatableArray<FlagChange> changes, AssessmentPolicy policy)
    {
        var keys = policy.Keys ?? throw new InvalidOperationException("This policy writes nothing.");
        var records = flags.ToDictionary(static record => record.Standing.Key, StringComparer.Ordinal);
        var outbox = new List<OutboxDraft>();
        foreach (var change in changes)
        {
            var key = change.Key ?? keys.KeyOf(change.Flag, records.Keys.ToHashSet(StringComparer.Ordinal));
            var before = records.GetValueOrDefault(key);
            records[key] = (before ?? new FlagRecord { Standing = Standing(key, change.Flag) }) with { Standing = Standing(key, change.Flag) };

            if (SeverityGate.IsWritten(change.Flag, policy.MinimumSeverity, isOnServer: before is { OnServer: not null } or { Waiting: true }))
            {
                outbox.Add(new OutboxDraft(key, change.Flag));
            }
        }

        return new Plan([.. records.Values], outbox);
    }

    private static StandingFlag Standing(string key, Flag flag) => new()
    {
        Key = key,
        Code = flag.Code,
        Anchor = flag.Anchor,
        State = flag.State,
        Evidence = flag.Evidence.Select(static source => source.Key).Distinct().ToEquatableArray(),
        Content = flag,
    };

    internal sealed record Plan(IReadOnlyList<FlagRecord> Flags, IReadOnlyList<OutboxDraft> Outbox);
}
