using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Content of flags 10 and 11. The patient is never classified: the words are those of reference 6b, then the numbers.</summary>
internal static class CopyNumberFlag
{
    public static Flag Of(
        CopyNumberAtProgression pair, RuleId rule, string code, string side, string looked, PatientView patient)
    {
        var tumour = patient.Tumours.Count == 1 ? patient.Tumours[0] : null;
        var progression = pair.Progression.When!.Value;
        return new Flag
        {
            Patient = patient.Patient,
            Rule = rule,
            Code = code,
            Anchor = pair.Sample.Assessment.Anchor,
            AnchorMembers = pair.Sample.Assessment.Members,
            Severity = FlagSeverity.Moderate,
            State = FlagState.Active,
            Start = pair.Start,
            Effective = pair.Sample.When,
            Text = $"ERBB2 copy number at progression {side} baseline; in one 24-patient series {looked} progressions looked so; not adjusted for "
                + $"tumour fraction. Baseline {Number(pair.Baseline)} on {RuleText.Date(pair.Baseline.When)}, {Number(pair.Sample)} on "
                + $"{RuleText.Date(pair.Sample.When)}, progression recorded on {RuleText.Date(progression)}, tumour fraction {Fraction(pair.Sample)}.",
            Evidence = pair.Sample.Assessment.Assessment.Evidence
                .Append(pair.Progression.Source)
                .Concat(pair.Baseline.Assessment.Assessment.Evidence)
                .ToDistinctArray(),
            Focus = tumour?.Condition,
            Tumour = tumour?.Kind ?? TumourKind.None,
        };
    }

    private static string Number(PlasmaSample sample) => (sample.Detected, sample.Copies) switch
    {
        (false, { } copies) => $"not detected ({Written(copies)})",
        (false, null) => "not detected",
        (_, { } copies) => Written(copies),
        _ => "amplified",
    };

    /// <summary>"6 %", "&lt; 1 %", "not stated".</summary>
    public static string Fraction(PlasmaSample sample) => sample.TumourFraction is { } share ? $"{Written(share)} %" : "not stated";

    private static string Written(Measure measure) => Sign(measure.Bound) + measure.Value.ToString(CultureInfo.InvariantCulture);

    private static string Sign(MeasureBound bound) => bound switch
    {
        MeasureBound.LessThan => "< ",
        MeasureBound.AtMost => "≤ ",
        MeasureBound.AtLeast => "≥ ",
        MeasureBound.GreaterThan => "> ",
        _ => string.Empty,
    };
}
