using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A resection that should bring HER2-testable tissue (domain 7, F22).</summary>
/// <param name="Label">What it is, for the timeline.</param>
/// <param name="Tumour">The organ resected.</param>
public sealed record SurgeryTerm(string Label, TumourKind Tumour);
