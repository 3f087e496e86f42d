using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What a primary tumour's code stands for.</summary>
/// <param name="Kind">By the code alone.</param>
/// <param name="IfAdenocarcinoma">Where the histology is said to be that; null: the histology changes nothing.</param>
internal sealed record TumourTerm(TumourKind Kind, TumourKind? IfAdenocarcinoma);
