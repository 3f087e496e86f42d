using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Documents;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>Notes and narrative of an Observation: they may hold what no structured element says, so a mention is a gap.</summary>
internal sealed class NarrativeReader(Reading reading)
{
    /// <param name="isHer2Test">The structured part speaks of HER2: a generated narrative repeats it.</param>
    public void Read(bool isHer2Test)
    {
        var index = 0;
        foreach (var note in reading.Root.Items("note"))
        {
            var at = $"note[{index++}].text";
            if (note.Text("text") is { } text && reading.Terms.MentionsHer2(text) && !Repeats(text))
            {
                NotRead(at);
            }
        }

        var narrative = reading.Root.Member("text");
        var isRepeated = reading.InScope && (isHer2Test || narrative.Text("status") is "generated");
        if (!isRepeated && narrative.Text("div") is { } div && reading.Terms.MentionsHer2(HtmlText.Of(div) ?? div))
        {
            NotRead("text.div");
        }
    }

    /// <summary>A closed form that states only what a structured result of this resource states.</summary>
    private bool Repeats(string text) => ClosedFormTextReader.Read(text) is { } read
        && read.Statements.All(statement => reading.Facts.OfType<AssayFact>().Any(fact => fact.Result == statement.Result));

    private void NotRead(string at)
    {
        reading.InScope = true;
        reading.Gap(GapCodes.TextNotRead, at, hidesTest: true);
    }
}
