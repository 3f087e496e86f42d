using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A code that says that the disease moved.</summary>
/// <param name="Kind">Null: the entry does not say; distant metastasis where the code says spread as well, else progression.</param>
/// <param name="Tumour">The organ of the tumour that its name says; None: it says none.</param>
public sealed record ProgressionTerm(string Display, ProgressionKind? Kind, TumourKind Tumour);
