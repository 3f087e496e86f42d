using FhirHer2Bridge.Fhir.Extract.Text.Grammar;
using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>
/// Reads the HER2 results that a narrative text states of its patient, in any language of the lexicon: normalise, cut into
/// sentences, read each mention, join what is said twice. No model and no network; the time grows with the length of the text.
/// </summary>
internal static class Her2TextReader
{
    /// <summary>May the words speak of a triple negative or triple positive tumour? A cheap first look; the grammar decides.</summary>
    public static bool MayNameTriple(string text) =>
        text.Contains("tripl", StringComparison.OrdinalIgnoreCase) || text.Contains("tripel", StringComparison.OrdinalIgnoreCase)
        || text.Contains("TNBC", StringComparison.Ordinal) || text.Contains("三阴", StringComparison.Ordinal);

    /// <param name="isAnswer">The text answers a HER2 test and need not name it again.</param>
    public static NarrativeReading Read(string text, bool isAnswer = false)
    {
        var normal = NormalText.Of(text);
        var tokens = Tokeniser.Cut(normal);
        var scanner = new PieceScanner(normal, tokens);
        var memory = new TextMemory();
        var list = new List<Piece>();
        var table = new TableReader();
        foreach (var sentence in new SentenceSplitter(normal, tokens).Split())
        {
            if (memory.IsFull)
            {
                memory.Overflow(normal.Origin(tokens[sentence.From].Start));
                break;
            }

            scanner.Scan(sentence.From, sentence.To, list);
            table.Read(list, sentence.Before);
            AntibodyReader.Read(list, normal.Value);
            memory.NextSentence();
            if ((isAnswer && sentence.From == 0 && list.Count > 0 && !list.Exists(static piece => piece.NamesHer2)) || (memory.IsTopic && Ellipsis.Is(list)))
            {
                list.Insert(0, new Piece(Cue.Her2, list[0].Start, list[0].Start, TokenSpace.None));
            }

            var pieces = new Pieces(list);
            SectionReader.Read(pieces, normal, sentence.Before, memory);
            if (SentenceReader.MayHold(pieces))
            {
                new SentenceReader(normal, pieces, memory).Read();
            }

            memory.Remember(pieces);
            memory.Examined(SpecimenReader.Of(pieces, normal, pieces.Count, pieces.Count));
        }

        return Whole(memory);
    }

    private static NarrativeReading Whole(TextMemory memory)
    {
        var findings = FindingJoiner.Join(memory.Findings);
        var hasCurrent = findings.Any(static finding => !finding.IsHistorical && !finding.IsWithdrawn);
        return new NarrativeReading(findings, memory.NonResults, memory.NotUnderstood(hasCurrent));
    }
}

/// <summary>What a text was found to say about HER2.</summary>
/// <param name="Findings">Results, in the order of the text.</param>
/// <param name="NonResults">Why other mentions are no results.</param>
/// <param name="Unread">Mentions that were not understood: the reader abstains.</param>
internal sealed record NarrativeReading(IReadOnlyList<TextFinding> Findings, IReadOnlyList<NonResult> NonResults, IReadOnlyList<Abstention> Unread);
