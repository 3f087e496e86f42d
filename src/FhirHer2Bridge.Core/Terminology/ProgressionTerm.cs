using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A code that says that the disease moved.</summary>
/// <param name="Kind">Null: the entry does not say; distant metastasis where the code says spread as well, else progression.</param>
public sealed record ProgressionTerm(string Display, ProgressionKind? Kind);
