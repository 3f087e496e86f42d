using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.Extract;

namespace FhirHer2Bridge.Service.Run;

/// <summary>
/// What could not be read of a patient's resources stands among the gaps of the line, whether the resources came from files or
/// from a server.
/// </summary>
internal static class IssueGaps
{
    public static Gap ToGap(this ExtractIssue issue) => new(issue.Code, issue.Message, issue.Source);

    /// <summary>The gaps of the history, then the issues in an order of their own: resources come in any order.</summary>
    public static PatientAssessment WithIssues(this PatientAssessment assessment, IEnumerable<Gap> issues) => assessment with
    {
        History = assessment.History with
        {
            Gaps = assessment.History.Gaps.Concat(issues.Distinct()
                .OrderBy(static gap => gap.Source.Key.Value, StringComparer.Ordinal)
                .ThenBy(static gap => gap.Code, StringComparer.Ordinal)
                .ThenBy(static gap => gap.Source.Path, StringComparer.Ordinal)).ToEquatableArray(),
        },
    };
}
