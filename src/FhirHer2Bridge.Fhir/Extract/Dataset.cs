namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Everything a set of files holds, each resource once.</summary>
/// <param name="Resources">In the order of the files.</param>
/// <param name="Unreadable">Files, lines or entries that are no FHIR JSON; the source names the file, the path its line.</param>
public sealed record Dataset(IReadOnlyList<Extraction> Resources, IReadOnlyList<ExtractIssue> Unreadable)
{
    /// <summary>Resources that are not strict JSON and still name their patient: each also stands in <see cref="Resources"/>, as a gap.</summary>
    public IReadOnlyList<ExtractIssue> Broken { get; init; } = [];
}
