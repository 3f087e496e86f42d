using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Documents;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>Notes and narrative of an Observation: they may hold what no structured element says.</summary>
/// <param name="add">Takes the results read; null: the resource gives none, and a mention is a gap.</param>
internal sealed class NarrativeReader(Reading reading, Action<IReadOnlyList<Said>>? add)
{
    /// <param name="isHer2Test">The structured part speaks of HER2: a generated narrative repeats it.</param>
    public void Read(bool isHer2Test)
    {
        var index = 0;
        foreach (var note in reading.Root.Items("note"))
        {
            var at = $"note[{index++}].text";
            if (note.Text("text") is { } text && reading.SpeaksOfHer2(text))
            {
                ReadWords(text, at);
            }
        }

        var narrative = reading.Root.Member("text");
        var isRepeated = reading.InScope && (isHer2Test || narrative.Text("status") is "generated");
        if (isRepeated || narrative.Text("div") is not { } div)
        {
            return;
        }

        // What breaks off may hide words: the mention is looked for in all of it.
        var words = HtmlText.Of(div);
        if (words is null ? reading.Terms.MentionsHer2(div) : reading.SpeaksOfHer2(words))
        {
            ReadWords(words, "text.div");
        }
    }

    /// <summary>"Triple" alone may be said of anything.</summary>
    private void NotRead(string? words, string at)
    {
        if (words is null || reading.Terms.MentionsHer2(words))
        {
            reading.InScope = true;
            reading.Gap(GapCodes.TextNotRead, at, hidesTest: true);
        }
    }

    private void ReadWords(string? words, string at)
    {
        if (words is null || add is null)
        {
            NotRead(words, at);
            return;
        }

        add([.. new NarrativeFacts(reading, at).Read(words)
            .Where(said => !reading.Facts.OfType<AssayFact>().Any(fact => fact.Result == said.Result))]);
    }
}
