using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>
/// A coded answer with its words. Codes and words are read apart and must not disagree: 431396003 ("HER2 negative carcinoma") was
/// seen with the text "HER2 positive (IHC 3+)" (domain 2a).
/// </summary>
internal sealed class ConceptValue(ResultValueReader value, ConceptView concept, string member)
{
    private readonly List<AnswerTerm> _answers = [.. concept.Codings.Select(coding => Answer(value.Terms, coding)).OfType<AnswerTerm>()];
    private readonly List<(AssayMethod Method, AssayResult Result, string? Quote)> _results = [];
    private readonly List<int> _polarities = [];

    public ValueOutcome Read()
    {
        if (TestRecogniser.NamesOnlyAnotherMarker(concept, value.Term, value.Terms))
        {
            return value.Unusable(IssueCodes.OtherMarker, member);
        }

        if (!TakeCodes())
        {
            return value.Unusable(IssueCodes.ValueMisplaced, member);
        }

        TakeWords();
        if (Contradicts())
        {
            value.Reading.Issue(IssueCodes.Contradictory, value.At(member));
            return value.Say(value.Term.Method, new AssayResult.Inconclusive("contradictory-coding"), value.At(member));
        }

        return Say();
    }

    private static AnswerTerm? Answer(Terms terms, CodingView coding) =>
        terms.Answer(coding.System, coding.Code)
        ?? (terms.Interpretation(coding.System, coding.Code) is { } meaning ? new AnswerTerm(meaning) : null);

    /// <returns>False: a stain score as the answer of a gene test.</returns>
    private bool TakeCodes()
    {
        foreach (var answer in _answers)
        {
            if (answer.IhcScore is { } score)
            {
                if (value.IsGene)
                {
                    return false;
                }

                _results.Add((AssayMethod.Ihc, new AssayResult.Ihc(score), null));
                continue;
            }

            _polarities.Add(AnswerResult.Polarity(answer.Meaning));
            if (AnswerResult.Of(answer.Meaning, value.Term.Method, value.IsGene) is { } result)
            {
                var method = result is AssayResult.Gene && !value.IsGene ? AssayMethod.Ish : value.Term.Method;
                _results.Add((method, result, null));
            }
        }

        return true;
    }

    private void TakeWords()
    {
        foreach (var words in concept.Words)
        {
            var said = TextValue.Said(value, words);
            foreach (var statement in said)
            {
                _results.Add((statement.Method ?? value.Term.Method, statement.Result, words));
                _polarities.Add(Polarity(statement.Result));
            }

            if (said.Count == 0)
            {
                _polarities.Add(PolarityHint.Of(words));
            }
        }
    }

    private bool Contradicts()
    {
        var statuses = _results.Where(one => one.Method == value.Term.Method)
            .Select(static one => (one.Result as AssayResult.Stated)?.Status).OfType<Her2Status>().Distinct().Count();
        var geneUnderProtein = value.Term.Method == AssayMethod.Ihc
            && _answers.Exists(static answer => answer.Meaning == AnswerMeaning.GeneNotAmplified);
        var doneAndNot = _answers.Exists(static answer => answer.Meaning == AnswerMeaning.NotDone) && _results.Count > 0;
        var scores = _results.Select(static one => (one.Result as AssayResult.Ihc)?.Score).OfType<int>().Distinct().Count();
        return (_polarities.Contains(1) && _polarities.Contains(-1)) || statuses > 1 || scores > 1 || geneUnderProtein || doneAndNot;
    }

    private ValueOutcome Say()
    {
        var inconclusive = _results.FindAll(static one => one.Result is AssayResult.Inconclusive);
        // "Present" says less than a text that states a score; "weakly positive" withdraws what a text makes of it.
        var chosen = inconclusive.Exists(static one => one.Result is AssayResult.Inconclusive { Reason: not "protein-present-only" })
            || inconclusive.Count == _results.Count
                ? inconclusive
                : _results.FindAll(static one => one.Result is not AssayResult.Inconclusive);
        foreach (var group in chosen.GroupBy(static one => (one.Method, one.Result)))
        {
            value.Say(group.Key.Method, group.Key.Result, value.At(member), group.First().Quote);
        }

        return chosen.Count > 0 ? ValueOutcome.Read : Nothing();
    }

    private ValueOutcome Nothing()
    {
        if (_answers.Count > 0)
        {
            return _answers.TrueForAll(static answer => answer.Meaning == AnswerMeaning.NotDone)
                ? ValueOutcome.NotDone
                : value.Gap(GapCodes.ResultUnknown, value.At(member), hidesTest: false);
        }

        if (concept.Codings.Count == 0 && concept.Text is { } text)
        {
            return TextValue.WithoutStatement(value, text, value.At(member));
        }

        return value.Unusable(IssueCodes.AnswerUnknown, member);
    }

    private static int Polarity(AssayResult result) => result switch
    {
        AssayResult.Stated { Status: Her2Status.Positive } or AssayResult.Gene { Amplified: true } => 1,
        AssayResult.Stated { Status: Her2Status.Negative } or AssayResult.Gene { Amplified: false } => -1,
        _ => 0,
    };
}
