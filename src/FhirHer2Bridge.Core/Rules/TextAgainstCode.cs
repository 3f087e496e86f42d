using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>The words of a report against the coded result of the same specimen: neither is believed silently (4e, "conflict").</summary>
internal static class TextAgainstCode
{
    public static TextConflict? In(ReadAssessment assessment, PatientView patient)
    {
        var members = patient.ResultsOf(assessment).ToLookup(static member => member.Fact.IsNarrative);
        var pairs = from text in members[true]
                    from code in members[false]
                    where IsSameTest(text.Fact.Method, code.Fact.Method) && Differ(text.Fact, code.Fact) && !IsBorneOut(text.Fact, members[false])
                    select (text, code);
        var opposed = pairs.ToList();
        return opposed.Count == 0
            ? null
            : new TextConflict(
                opposed.Min(static pair => Moment.Latest(pair.text.KnownFrom, pair.code.KnownFrom)),
                opposed.SelectMany(static pair => new[] { pair.text.Fact.Source, pair.code.Fact.Source }).ToDistinctArray());
    }

    /// <summary>A conclusion in words that one of several coded results bears out: then the coded results contradict each other (rule 12).</summary>
    private static bool IsBorneOut(AssayFact text, IEnumerable<SeenResult> coded) =>
        text.Method == AssayMethod.Overall && Polarity(text) is { } said && coded.Any(code => Polarity(code.Fact) == said);

    private static bool IsSameTest(AssayMethod text, AssayMethod code) =>
        text == code || text == AssayMethod.Overall || code == AssayMethod.Overall;

    private static bool Differ(AssayFact text, AssayFact code) =>
        (text.Result, code.Result) is (AssayResult.Ihc one, AssayResult.Ihc other) ? one != other : Polarity(text) is { } said && Polarity(code) == !said;

    /// <summary>True: it speaks for positive; false: for negative; null: for neither.</summary>
    private static bool? Polarity(AssayFact fact) => fact.Result switch
    {
        AssayResult.Stated { Status: Her2Status.Positive } or AssayResult.Gene { Amplified: true } or AssayResult.Ihc { Score: 3 } => true,
        AssayResult.Stated { Status: Her2Status.Negative } or AssayResult.Gene { Amplified: false } or AssayResult.Ihc { Score: 0 or 1 } => false,
        _ => null,
    };
}

/// <param name="Since">When both were known.</param>
internal sealed record TextConflict(DateTimeOffset Since, EquatableArray<SourceRef> Sources);
