using System.Text.Json.Nodes;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>Plays a story against a server, step by step, and compares the flags that stand there with expected.json.</summary>
internal sealed class StoryOnServer(StoryCase story, FhirClient server, Bridge bridge, StoryClock? clock = null)
{
    private int _loaded;
    private IReadOnlyList<WrittenFlag> _before = [];

    /// <summary>Loads what has arrived by the step, syncs as of its day, and judges what stands on the server.</summary>
    public async Task StepAsync(StoryStep step)
    {
        await ArriveAsync(step);
        await bridge.SyncWholeAsync(step.AsOf);
        await JudgeAsync(step);
    }

    /// <summary>Loads without looking.</summary>
    public async Task ArriveAsync(StoryStep step)
    {
        clock?.MoveTo(step);
        for (; _loaded < step.Bundles; _loaded++)
        {
            await server.LoadAsync(story.Bundles[_loaded]);
        }
    }

    public async Task JudgeAsync(StoryStep step)
    {
        var flags = (await server.FlagsAsync()).Where(flag => flag.Patient == story.Patient).ToList();
        // When something was first seen tells only where server and bridge live in the story's own time.
        if (step.Awaits is not null || (step.ServerOnly && clock is null))
        {
            _before = flags;
            return;
        }

        var why = $"{story.Name} as of {step.AsOf:yyyy-MM-dd}: {step.Why}";
        var earlier = _before.Select(static flag => flag.Key).ToHashSet(StringComparer.Ordinal);
        var standing = flags.Where(static flag => flag.State is not "withdrawn").ToList();
        var all = standing.Select(static flag => new StoryFlag(flag.Code, flag.Severity, flag.State)).ToList();
        var said = step.Said(all);

        flags.Select(static flag => flag.Key).ShouldBeUnique(why);
        earlier.ShouldBeSubsetOf(flags.Select(static flag => flag.Key), why);
        step.Forbidden(all).ShouldBeEmpty($"{why} (must not be there)");
        Without(said, step.Expected()).ShouldBeEmpty($"{why} (on the server, not expected)");
        Without(step.Expected().Where(static flag => flag is { State: "active", Severity: not "low" }), said)
            .ShouldBeEmpty($"{why} (expected, not on the server)");
        standing.Where(flag => flag.Severity is "low" && !earlier.Contains(flag.Key)).ShouldBeEmpty($"{why} (low, written)");
        var expected = step.Withdrawn(step.WithdrawnOnServer ?? []);
        var withdrawn = step.Withdrawn(flags.Where(static flag => flag.State is "withdrawn").Select(static flag => flag.Code));
        var before = _before.Where(static flag => flag.State is "withdrawn").Select(static flag => flag.Code);
        Without(withdrawn, [.. before, .. expected]).ShouldBeEmpty($"{why} (withdrawn)");
        Without(expected, withdrawn).ShouldBeEmpty($"{why} (not withdrawn)");
        step.Unsaid(await UndeterminedAsync()).ShouldBeEmpty($"{why} (undetermined, not said)");
        _before = flags;
    }

    private async Task<IReadOnlyCollection<StoryUndetermined>> UndeterminedAsync() =>
        await bridge.LineAsync(story.Patient) is { } line
            ? [.. JsonNode.Parse(line)!["undetermined"]!.AsArray().Select(static one => new StoryUndetermined((string)one!["rule"]!, (string?)one["reason"]))]
            : [];

    private static List<T> Without<T>(IEnumerable<T> all, IReadOnlyList<T> known)
    {
        var left = all.ToList();
        foreach (var one in known)
        {
            left.Remove(one);
        }

        return left;
    }
}

/// <summary>A shorter way through a story.</summary>
internal static class StorySteps
{
    /// <summary>The steps at which the flags expected on a server change, and the last.</summary>
    public static IEnumerable<StoryStep> TellingSteps(this StoryCase story)
    {
        var before = string.Empty;
        foreach (var step in story.Steps)
        {
            var now = string.Join(',', step.Expected().Where(static flag => flag.Severity is not "low").Select(static flag => $"{flag}").Order(StringComparer.Ordinal));
            if (now != before || step == story.Steps[^1])
            {
                yield return step;
            }

            before = now;
        }
    }
}
