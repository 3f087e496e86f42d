using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Sequencing results in the words of the tests.</summary>
internal static class Molecular
{
    public const string OneAssay = "guardant360|lab x";

    /// <summary>A plasma sample under its own specimen; <paramref name="fraction"/> in percent.</summary>
    public static PatientBuilder Plasma(
        this PatientBuilder patient, string id, int day, decimal? copies, bool? detected = null, decimal? fraction = 5, string? assay = OneAssay) =>
        patient.Assayed(Assay(id, day, AssayMethod.Ngs, new AssayResult.Gene(detected, Copies: copies is { } c ? new Measure(c) : null), specimen: "Specimen/" + id) with
        {
            Material = SpecimenKind.Plasma,
            TumourFraction = fraction is { } percent ? new Measure(percent) : null,
            Assay = assay,
        });

    public static PatientBuilder Altered(
        this PatientBuilder patient,
        string gene,
        int day,
        string? protein = null,
        AlterationKind kind = AlterationKind.Mutation,
        bool present = true,
        VariantOrigin origin = VariantOrigin.Somatic,
        VariantSignificance significance = VariantSignificance.Unstated,
        int? issued = null) => patient.Add(new AlterationFact
        {
            Source = Ref(string.Create(CultureInfo.InvariantCulture, $"v-{gene}-{protein}{kind}-{day}")),
            When = Day(day),
            Gene = gene,
            Kind = kind,
            Protein = protein,
            Present = present,
            Origin = origin,
            Significance = significance,
            Issued = issued is { } known ? Instant(known) : null,
        });

    public static PatientBuilder Panel(this PatientBuilder patient, int day, params string[] genes) => patient.Add(new PanelFact
    {
        Source = Ref(string.Create(CultureInfo.InvariantCulture, $"panel-{day}")),
        When = Day(day),
        Genes = genes.ToEquatableArray(),
    });

    public static string[] Reasons(this PatientAssessment assessment, string rule) =>
        [.. assessment.Undetermined.Where(one => one.Rule.Value == rule).Select(static one => one.Reason)];

    /// <summary>Flags of one code, as "severity state".</summary>
    public static string[] Of(this PatientAssessment assessment, string code) =>
        [.. assessment.Flags.Where(flag => flag.Code == code).Select(static flag => $"{flag.Severity} {flag.State}".ToLowerInvariant())];

    private static SourceRef Ref(string id) => new("Observation", id, "1", "Observation");
}
