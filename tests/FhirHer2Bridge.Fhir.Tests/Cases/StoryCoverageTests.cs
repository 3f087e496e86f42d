using System.Globalization;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Cases;

/// <summary>Each rule has a story in which it fires, one in which it clears and one in which it is undetermined; or the reason why not.</summary>
public sealed class StoryCoverageTests
{
    private const string Fires = "fires";
    private const string Clears = "clears";
    private const string Undetermined = "undetermined";

    /// <summary>What no story shows, and why.</summary>
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal)
    {
        ["H2B-28 undetermined"] = "only where nobody says how far the record was read; evaluate reads a file through",
    };

    [Fact]
    public void Stories_OfEveryRule_ShowItFiringClearingAndUndetermined()
    {
        var owners = RuleBook.Default.Rules.SelectMany(static rule => rule.Card.Codes.Select(code => (Code: code, Rule: rule.Card.Id.Value)))
            .ToDictionary(static pair => pair.Code, static pair => pair.Rule, StringComparer.Ordinal);
        var steps = StoryCase.Names.SelectMany(static name => StoryCase.Load(name).Steps).ToList();
        var shown = steps.SelectMany(static step => step.Flags).Select(flag => $"{owners[flag.Code]} {(flag.State is "active" ? Fires : Clears)}")
            .Concat(steps.SelectMany(static step => step.WithdrawnOnServer ?? []).Select(code => $"{owners[code]} {Clears}"))
            .Concat(steps.SelectMany(static step => step.Undetermined ?? []).Select(static one => $"{one.Rule} {Undetermined}"))
            .ToHashSet(StringComparer.Ordinal);

        var lacking = RuleBook.Default.Rules.Select(static rule => rule.Card.Id)
            .SelectMany(static rule => new[] { Fires, Clears, Undetermined }.Select(what => string.Create(CultureInfo.InvariantCulture, $"{rule} {what}")))
            .Where(one => !shown.Contains(one));

        lacking.ShouldBe(Without.Keys, ignoreOrder: true);
    }
}
