namespace FhirHer2Bridge.Core.Terminology;

/// <summary>What a coded value of such a component says.</summary>
public enum VariantAnswer
{
    Somatic,

    /// <summary>Inherited: never a HER2 status.</summary>
    Germline,
    CopyNumberChange,
    Sequencing,
    Resistant,
    Responsive,
    PresumedResistant,
    PresumedResponsive,
}
