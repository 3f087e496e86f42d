namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What a component of a genomic variant holds (domain 1b).</summary>
public enum VariantPart
{
    Gene,
    CopyNumber,
    ChangeType,
    SourceClass,
    AlleleFrequency,
    CodingChange,
    ProteinChange,
    GenomicChange,
    RegionStudied,
    Significance,
    MedicationAssessed,
    EvidenceLevel,

    /// <summary>An opinion on the variant, never a result of it.</summary>
    TherapeuticImplication,
}
