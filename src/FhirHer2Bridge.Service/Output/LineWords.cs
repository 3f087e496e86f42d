using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Output;

/// <summary>The words of the line's contract. An enum member without a word does not compile into silence: it throws.</summary>
internal static class LineWords
{
    /// <summary>Not knowing has a word of its own and is never "negative".</summary>
    public static string Of(Her2Status? status) => status switch
    {
        null => "unknown",
        Her2Status.Positive => "positive",
        Her2Status.Negative => "negative",
        Her2Status.Equivocal => "equivocal",
        Her2Status.Indeterminate => "indeterminate",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string? Of(Her2Category? category) => category switch
    {
        null => null,
        Her2Category.Low => "low",
        Her2Category.Ultralow => "ultralow",
        _ => throw new ArgumentOutOfRangeException(nameof(category)),
    };

    public static string Of(AssessmentTrack track) => track switch
    {
        AssessmentTrack.Tissue => "tissue",
        AssessmentTrack.Plasma => "plasma",
        _ => throw new ArgumentOutOfRangeException(nameof(track)),
    };

    public static string Of(FactStanding standing) => standing switch
    {
        FactStanding.Preliminary => "preliminary",
        FactStanding.Final or FactStanding.Amended => "final",
        FactStanding.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    public static string Of(DrugClass drug) => drug switch
    {
        DrugClass.Trastuzumab => "trastuzumab",
        DrugClass.TrastuzumabAdc => "trastuzumab-adc",
        DrugClass.OtherHer2 => "other-her2",
        _ => throw new ArgumentOutOfRangeException(nameof(drug)),
    };

    public static string Of(FlagSeverity severity) => severity switch
    {
        FlagSeverity.High => "high",
        FlagSeverity.Moderate => "moderate",
        FlagSeverity.Low => "low",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static string Of(FlagState state) => state switch
    {
        FlagState.Active => "active",
        FlagState.Resolved => "resolved",
        FlagState.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>"Observation/o1 Observation.component[0].value"; without the path where it only repeats the type.</summary>
    public static string Of(SourceRef source) => source switch
    {
        { ResourceType: "", Id: "" } => source.Path,
        { Path: "" } => source.Key.Value,
        _ when string.Equals(source.Path, source.ResourceType, StringComparison.Ordinal) => source.Key.Value,
        _ => $"{source.Key.Value} {source.Path}",
    };
}
