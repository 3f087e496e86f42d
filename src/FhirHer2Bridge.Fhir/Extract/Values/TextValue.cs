using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Text;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>Words as the answer to a HER2 test: a whole closed form, a number with its bound, or nothing read.</summary>
internal static class TextValue
{
    public static ValueOutcome Read(ResultValueReader value, string text, string member)
    {
        var at = value.At(member);
        if (TestRecogniser.NamesOnlyAnotherMarker(text, value.Term, value.Terms))
        {
            return value.Unusable(IssueCodes.OtherMarker, member);
        }

        if (value.Term.Method == AssayMethod.Serum)
        {
            return value.Say(AssayMethod.Serum, new AssayResult.Inconclusive("serum-text"), at, text);
        }

        var said = Said(value, text);
        foreach (var statement in said)
        {
            value.Say(statement.Method ?? value.Term.Method, statement.Result, at, text);
        }

        return said.Count > 0 ? ValueOutcome.Read : WithoutStatement(value, text, at);
    }

    /// <summary>What the words state, fitted to what the test is; empty: nothing was read.</summary>
    public static IReadOnlyList<TextStatement> Said(ResultValueReader value, string text)
    {
        if (Number(value, text) is { } number)
        {
            return [new TextStatement(null, number)];
        }

        var statements = AnswerReader.Read(text)?.Statements ?? [];
        var fitted = statements.Select(statement => Fit(value, statement)).OfType<TextStatement>().ToList();
        return fitted.Count == statements.Count ? [.. fitted.Distinct()] : [];
    }

    public static ValueOutcome WithoutStatement(ResultValueReader value, string text, string at) => ClosedFormTextReader.Read(text) switch
    {
        { NotDone: true } => ValueOutcome.NotDone,
        { Pending: true } => value.Gap(GapCodes.Pending, at, hidesTest: true),
        _ => value.Gap(GapCodes.TextNotRead, at, hidesTest: true),
    };

    private static AssayResult? Number(ResultValueReader value, string text)
    {
        var reader = value.Term.Reader;
        if (reader == ValueReader.IhcScore && text.Trim() is [>= '0' and <= '3' and var digit])
        {
            return new AssayResult.Ihc(digit - '0');
        }

        return MeasureReader.Of(text) switch
        {
            { } measure when value.IsNumeric => NumberValue.Result(measure, reader),
            // Synthea answers a presence code with the bound of the ratio: "greater than 2.2" (HER2_amplified of 2007).
            { Bound: not MeasureBound.Exact } bound when reader == ValueReader.GenePresence && value.Term.Method == AssayMethod.Ish =>
                new AssayResult.Gene(null, Ratio: bound),
            _ => null,
        };
    }

    /// <summary>A status word about a gene is the gene call; a stain score cannot answer a gene test.</summary>
    private static TextStatement? Fit(ResultValueReader value, TextStatement statement) => statement switch
    {
        { Result: AssayResult.Ihc } when value.IsGene => null,
        { Method: AssayMethod.Ihc } when value.IsGene => null,
        { Method: AssayMethod.Ish or AssayMethod.Ngs } when value.Term.Method == AssayMethod.Ihc => null,
        { Method: null, Result: AssayResult.Stated { Category: null } stated } when value.IsGene && stated.Status.IsDeterminate() =>
            new TextStatement(value.Term.Method, new AssayResult.Gene(stated.Status == Her2Status.Positive)),
        { Result: AssayResult.Gene } when value.IsGene => statement with { Method = value.Term.Method },
        _ => statement,
    };
}
