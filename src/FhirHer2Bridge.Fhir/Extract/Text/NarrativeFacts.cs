using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>
/// What a narrative says, as the facts and gaps of its resource: the results it reports; a gap for every mention that was not
/// understood, for a test awaited, and for an earlier result that is told without the date it was taken.
/// </summary>
internal sealed class NarrativeFacts(Reading reading, string at)
{
    /// <summary>Results to be recorded; the gaps are left on the resource.</summary>
    public IReadOnlyList<Said> Read(string text)
    {
        var read = Her2TextReader.Read(text);
        reading.InScope |= read.Findings.Count > 0 || reading.Terms.MentionsHer2(text);
        var isTakenBack = read.Findings.Count > 0 && read.Findings.All(static finding => finding.IsWithdrawn);
        if (read.Unread.Count > 0 || isTakenBack)
        {
            reading.Gap(GapCodes.TextNotRead, at, hidesTest: true);
        }

        if (read.NonResults.Contains(NonResult.Pending))
        {
            reading.Gap(GapCodes.Pending, at, hidesTest: true);
        }

        if (read.Findings.Any(static finding => finding is { IsHistorical: true, IsWithdrawn: false }))
        {
            reading.Gap(GapCodes.EarlierResult, at);
        }

        List<TextFinding> current = [.. read.Findings.Where(static finding => !finding.IsHistorical && !finding.IsWithdrawn)];
        var isParted = ArePlaces(current);
        return [.. current.SelectMany(finding => FindingStatements.Of(finding).Select(statement => Said(finding, statement, text, isParted))).Distinct()];
    }

    /// <summary>Several parts of a report, or several specimens in its words: their results are never read together.</summary>
    private static bool ArePlaces(List<TextFinding> findings) =>
        findings.Exists(one => Place(one) is { } here && findings.Exists(other => Place(other) is { } there && !TextFinding.IsSamePlace(here, there)));

    private static string? Place(TextFinding finding) => finding.Part ?? finding.Specimen;

    private Said Said(TextFinding finding, TextStatement statement, string text, bool isParted) => new(
        statement.Method ?? AssayMethod.Overall, statement.Result, at, Quotation.Of(text, finding.Start, finding.End))
    {
        IsNarrative = true,
        IsTentative = finding.Confidence == TextConfidence.Low || finding.IsConflict,
        Material = finding.Assay == TextAssay.Plasma ? SpecimenKind.Plasma : SpecimenKind.Unstated,
        Place = isParted ? Place(finding) : null,
    };
}
