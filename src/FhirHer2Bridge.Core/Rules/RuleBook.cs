namespace FhirHer2Bridge.Core.Rules;

/// <summary>The rules in force, in order of their ids.</summary>
public sealed class RuleBook
{
    public RuleBook(IEnumerable<FlagRule> rules)
    {
        Rules = [.. rules.OrderBy(rule => rule.Card.Id.Value, StringComparer.Ordinal)];
        var twice = Rules.GroupBy(rule => rule.Card.Id).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Two rules are called {twice.Key}.", nameof(rules));
        }

        CodesInForce = Rules.SelectMany(rule => rule.Card.Codes.Select(code => (code, rule.Card.Id)))
            .ToDictionary(pair => pair.code, pair => pair.Id, StringComparer.Ordinal);
    }

    /// <summary>Version of the clinical content; written into every flag and its Provenance.</summary>
    public const string Version = "2026.1";

    /// <summary>Every rule of this assembly.</summary>
    public static RuleBook Default { get; } = new(
        typeof(FlagRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(FlagRule)) && !type.IsAbstract)
            .Select(type => (FlagRule)Activator.CreateInstance(type, nonPublic: true)!));

    public IReadOnlyList<FlagRule> Rules { get; }

    /// <summary>Which rule answers for a flag code.</summary>
    public IReadOnlyDictionary<string, RuleId> CodesInForce { get; }

    public RuleBook Without(IReadOnlySet<string> ids) => new(Rules.Where(rule => !ids.Contains(rule.Card.Id.Value)));
}
