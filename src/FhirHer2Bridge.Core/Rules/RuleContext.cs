using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>The moment of assessment, what is known to have been read, and the site's thresholds.</summary>
public sealed class RuleContext(
    DateTimeOffset asOf, Completeness completeness, IReadOnlyDictionary<string, decimal>? thresholds = null)
{
    private static readonly Dictionary<string, decimal> NoThresholds = [];

    private readonly IReadOnlyDictionary<string, decimal> _thresholds = thresholds ?? NoThresholds;

    public DateTimeOffset AsOf { get; } = asOf;

    public Completeness Completeness { get; } = completeness;

    /// <summary>The site's value of a card's parameter ("H2B-02:max-days-since-test"), else its default.</summary>
    public int Days(RuleId rule, RuleParameter parameter) =>
        (int)Value(rule, parameter);

    /// <summary>
    /// The same for a number that is no count of days. With an assay the site's own value for it comes first: for assay and laboratory
    /// ("guardant360|lab x"), else for the assay ("H2B-12:plasma-amplified-copies@guardant360").
    /// </summary>
    public decimal Number(RuleId rule, RuleParameter parameter, string? assay = null) =>
        assay is not null && _thresholds.Count > 0
        && (_thresholds.TryGetValue($"{rule}:{parameter.Name}@{assay}", out var own)
            || _thresholds.TryGetValue($"{rule}:{parameter.Name}@{assay.Split('|')[0]}", out own))
            ? own
            : Value(rule, parameter);

    private decimal Value(RuleId rule, RuleParameter parameter) =>
        _thresholds.Count == 0 ? parameter.Default : _thresholds.GetValueOrDefault($"{rule}:{parameter.Name}", parameter.Default);
}
