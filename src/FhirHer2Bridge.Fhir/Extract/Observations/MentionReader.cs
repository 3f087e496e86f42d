using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>
/// A value that speaks of HER2 under a code that does not ("Comment", "Test(s) performed", a local question). A whole closed
/// form is a result; a bare name of a test is a list of tests; anything else was not read.
/// </summary>
internal sealed class MentionReader(Reading reading, Action<IReadOnlyList<Said>> add)
{
    public ValueOutcome Read(JsonElement element, string path)
    {
        var concept = CodingReader.Concept(element, "valueCodeableConcept");
        var outcome = Read(concept.Words, path + "valueCodeableConcept");
        return element.Text("valueString") is { } text ? Read([text], path + "valueString") : outcome;
    }

    private ValueOutcome Read(IEnumerable<string> words, string at)
    {
        var mentions = words.Where(reading.SpeaksOfHer2).ToList();
        if (mentions.Count == 0)
        {
            return ValueOutcome.Empty;
        }

        // "Triple" may be said of anything: only a result read from it brings its patient into scope.
        reading.InScope |= mentions.Exists(reading.Terms.MentionsHer2);
        var read = mentions.Select(ClosedFormTextReader.Read).OfType<TextReading>().FirstOrDefault(static one => one.NamesHer2);
        switch (read)
        {
            case { Statements.Count: > 0 }:
                add([.. read.Statements.Select(statement => Said(statement, at, mentions[0]))]);
                return ValueOutcome.Read;
            case { Pending: true }:
                reading.Gap(GapCodes.Pending, at, hidesTest: true);
                return ValueOutcome.Unusable;
            case not null:
                return ValueOutcome.NotDone;
            default:
                return Narrative(mentions[0], at);
        }
    }

    private ValueOutcome Narrative(string words, string at)
    {
        var said = new NarrativeFacts(reading, at).Read(words);
        add(said);
        return said.Count > 0 ? ValueOutcome.Read : reading.Facts.Any(static fact => fact is GapFact) ? ValueOutcome.Unusable : ValueOutcome.NotDone;
    }

    private static Said Said(TextStatement statement, string at, string words) =>
        new(statement.Method ?? AssayMethod.Overall, statement.Result, at, Quotation.Of(words));
}
