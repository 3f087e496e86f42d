using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>
/// Words that answer a HER2 test: a whole closed form, which needs no grammar; else narrative about that test ("strong complete
/// staining of 80 % of cells, score 3+"), if all of it was understood.
/// </summary>
internal static class AnswerReader
{
    public static TextReading? Read(string text) => ClosedFormTextReader.Read(text) ?? Narrative(text);

    private static TextReading? Narrative(string text)
    {
        var read = Her2TextReader.Read(text, isAnswer: true);
        var isClear = read is { Findings.Count: > 0, NonResults.Count: 0, Unread.Count: 0 }
            && read.Findings.All(static finding => !finding.IsHistorical && !finding.IsWithdrawn && !finding.IsConflict && finding.Confidence > TextConfidence.Low);
        isClear &= read.Findings.Select(static finding => finding.Part ?? finding.Specimen).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count() <= 1;
        List<TextStatement> statements = [.. isClear ? read.Findings.SelectMany(FindingStatements.Of).Distinct() : []];
        return statements.Count == 0 ? null : new TextReading(statements) { NamesHer2 = true };
    }
}
