using FhirHer2Bridge.Fhir.Extract.Text.Grammar;
using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>Words of a pathology report that no invasive tumour was left ("complete pathological response", "ypT0").</summary>
internal static class ResponseReader
{
    private const int Around = 40;

    /// <returns>The words; null: the report does not say so, or says it of a group, as a condition, or denies it.</returns>
    public static string? Read(string text)
    {
        if (!MayBe(text))
        {
            return null;
        }

        var normal = NormalText.Of(text);
        var tokens = Tokeniser.Cut(normal);
        var scanner = new PieceScanner(normal, tokens);
        var list = new List<Piece>();
        foreach (var sentence in new SentenceSplitter(normal, tokens).Split())
        {
            scanner.Scan(sentence.From, sentence.To, list);
            var pieces = new Pieces(list);
            for (var at = 0; at < pieces.Count; at++)
            {
                if (pieces[at].Cue == Cue.NoResidual && !pieces.Has(Cue.Negation, at - 3, at) && !pieces.Has(Cue.Absent, at - 3, at)
                    && new SentenceContext(pieces).Of(at, at) is null)
                {
                    return Quote(normal, pieces[at]);
                }
            }
        }

        return null;
    }

    /// <summary>A cheap first look: most reports say nothing of the kind.</summary>
    private static bool MayBe(string text) =>
        text.Contains("ypT0", StringComparison.OrdinalIgnoreCase) || text.Contains("residu", StringComparison.OrdinalIgnoreCase)
        || text.Contains("complet", StringComparison.OrdinalIgnoreCase) || text.Contains("komplett", StringComparison.OrdinalIgnoreCase);

    private static string Quote(NormalText text, Piece said)
    {
        var start = text.Origin(said.Start);
        return Quotation.Of(text.Written, start, text.Origin(said.End - 1) + 1 + Around);
    }
}
