using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Documents;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>
/// What a report says in words: conclusion codes, conclusion, attachments, narrative, in this order of trust. Words that name
/// HER2 and are no closed form are a gap, wherever they stand.
/// </summary>
internal sealed class ReportTextReader(Reading reading, TestTerm? specific)
{
    private readonly DateTimeOffset? _issued = reading.Issued();
    private readonly EquatableArray<ResourceKey> _results = reading.KeysOf("result");
    private readonly EquatableArray<ResourceKey> _specimens = reading.KeysOf("specimen");
    private readonly string? _accession = AccessionReader.Read(reading.Root);

    public void Read()
    {
        var codes = CodingReader.Concepts(reading.Root, "conclusionCode").ToList();
        for (var index = 0; index < codes.Count; index++)
        {
            ReadCode(codes[index], $"conclusionCode[{index}]");
        }

        if (reading.Root.Text("conclusion") is { } conclusion)
        {
            ReadWords(conclusion, "conclusion");
        }

        var unread = ReadAttachments();
        ReadNarrative();
        if (unread is not null && (reading.InScope || ReportKind.IsPathology(reading)))
        {
            reading.Gap(unread, "presentedForm", hidesTest: true);
        }

        if (specific is not null && _results.Count == 0 && !reading.Facts.Any(static fact => fact is AssayFact or GapFact))
        {
            reading.Gap(GapCodes.ResultWithoutValue, "conclusion", hidesTest: true);
        }

        if (_results.Count > 0 || _specimens.Count > 0)
        {
            reading.Add(new ReportFact
            {
                Source = reading.Source(string.Empty),
                When = reading.When,
                Standing = reading.Standing,
                Results = _results,
                Specimens = _specimens,
                Issued = _issued,
                Accession = _accession,
            });
        }
    }

    /// <summary>"Negative" alone says nothing about HER2 unless the report itself is about HER2.</summary>
    private void ReadCode(ConceptView code, string at)
    {
        if (specific is not null)
        {
            var value = new ResultValueReader(reading, reading.Root, at, specific);
            new ConceptValue(value, code, string.Empty).Read();
            value.Said.ToList().ForEach(Add);
        }
        else if (code.Codings.Any(coding => reading.Terms.IsHer2Finding(coding.System, coding.Code)) || code.Words.Any(reading.Terms.MentionsHer2))
        {
            NotRead(at);
        }
    }

    private void ReadWords(string words, string at)
    {
        ReadResponse(words, at);
        var names = reading.SpeaksOfHer2(words);
        if (!names && specific is null)
        {
            return;
        }

        var read = ClosedFormTextReader.Read(words);
        if (read is { Statements.Count: > 0 } && (read.NamesHer2 || specific is not null))
        {
            reading.InScope = true;
            foreach (var statement in read.Statements.Where(statement => !IsSaid(statement.Method ?? specific?.Method ?? AssayMethod.Overall, statement.Result)))
            {
                var method = statement.Method ?? specific?.Method ?? AssayMethod.Overall;
                Add(new Said(method, statement.Result, at, words) { IsNarrative = true });
            }

            if (read.Awaits)
            {
                reading.Gap(GapCodes.Pending, at, hidesTest: true);
            }
        }
        else if (names && read is not { NotDone: true })
        {
            foreach (var said in new NarrativeFacts(reading, at).Read(words).Where(said => !IsSaid(said.Method, said.Result) || said.Place is not null))
            {
                Add(said);
            }
        }
    }

    /// <summary>After treatment the tissue may hold no tumour to be tested: rule 22 asks for it.</summary>
    private void ReadResponse(string words, string at)
    {
        if (ResponseReader.Read(words) is { } said)
        {
            reading.Add(new NoResidualFact
            {
                Source = reading.Source(at),
                When = reading.When,
                Standing = reading.Standing,
                Issued = _issued,
                Specimen = _specimens.Count == 1 ? _specimens[0] : null,
                Quote = said,
            });
        }
    }

    /// <returns>There are attachments, and none was read: the gap.</returns>
    private IssueCode? ReadAttachments()
    {
        var forms = PresentedForms.Read(reading);
        foreach (var (at, text) in forms.Texts)
        {
            ReadWords(text, at);
        }

        return forms.Gap;
    }

    /// <summary>A narrative made from the report's own elements repeats them; any other may hold what they do not.</summary>
    private void ReadNarrative()
    {
        var narrative = reading.Root.Member("text");
        if (narrative.Text("div") is not { } div)
        {
            return;
        }

        // What breaks off may hide words: the mention is looked for in all of it, and nothing is read.
        var words = HtmlText.Of(div);
        if (words is null ? !reading.Terms.MentionsHer2(div) : !reading.SpeaksOfHer2(words))
        {
            return;
        }

        if (words is null)
        {
            NotRead("text.div");
            return;
        }

        var isRepeated = narrative.Text("status") is "generated" && (_results.Count > 0 || reading.HasAssay);
        var isKnown = reading.Facts.Any(static fact => fact is GapFact { MayHideTest: true });
        reading.InScope |= reading.Terms.MentionsHer2(words);
        if (!isRepeated && !isKnown)
        {
            ReadWords(words, "text.div");
        }
    }

    private bool IsSaid(AssayMethod method, AssayResult result) => reading.Facts.OfType<AssayFact>().Any(fact => fact.Result == result
        && (fact.Method == method || fact.Method == AssayMethod.Overall || method == AssayMethod.Overall));

    private void NotRead(string at)
    {
        reading.InScope = true;
        reading.Gap(GapCodes.TextNotRead, at, hidesTest: true);
    }

    private void Add(Said said) => reading.Add(new AssayFact
    {
        Source = reading.Source(said.Path),
        When = reading.When,
        Standing = reading.Standing,
        Method = said.Method,
        Result = said.Result,
        Issued = _issued,
        Specimen = PlaceReader.Of(reading, said.Place) ?? (_specimens.Count == 1 ? _specimens[0] : null),
        Accession = _accession,
        Related = _results,
        Material = said.Material,
        Quote = said.Quote,
        IsNarrative = said.IsNarrative,
        IsTentative = said.IsTentative,
    });
}
