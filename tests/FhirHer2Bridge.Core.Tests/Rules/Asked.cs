using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>One rule's answer, apart from the others.</summary>
internal static class Asked
{
    public static Drug Pertuzumab { get; } = new("pertuzumab", DrugClass.OtherHer2);

    public static Drug Phesgo { get; } = new("pertuzumab + trastuzumab + hyaluronidase", DrugClass.Trastuzumab);

    public static Drug Tucatinib { get; } = new("tucatinib", DrugClass.OtherHer2);

    /// <summary>A dose-form group that may cover a conjugate.</summary>
    public static Drug Ambiguous { get; } = new("trastuzumab", DrugClass.Trastuzumab, Uncertain: true);

    /// <summary>"severity state" of every flag with this code.</summary>
    public static string Said(this PatientBuilder patient, string code, int day, Completeness? completeness = null) =>
        string.Join('|', patient.Flags(code, day, completeness).Select(static f => $"{f.Severity} {f.State}".ToLowerInvariant()));

    public static IReadOnlyList<Flag> Flags(this PatientBuilder patient, string code, int day, Completeness? completeness = null) =>
        [.. patient.AsOf(day, completeness).Flags.Where(flag => flag.Code == code)];

    public static string[] Undetermined(this PatientBuilder patient, string rule, int day, Completeness? completeness = null) =>
        [.. patient.AsOf(day, completeness).Undetermined.Where(u => u.Rule.Value == rule).Select(static u => u.Reason)];

    /// <summary>As <see cref="Said"/> where the site set a threshold ("H2B-02:min-doses-since-test").</summary>
    public static string SaidWith(this PatientBuilder patient, string threshold, decimal value, string code, int day) =>
        string.Join('|', Her2Engine.Assess(
                new PatientKey("p1"),
                patient.Facts,
                [],
                RuleBook.Default,
                new RuleContext(PatientBuilder.EndOf(day), Completeness.Whole, new Dictionary<string, decimal>(StringComparer.Ordinal) { [threshold] = value }))
            .Flags.Where(flag => flag.Code == code).Select(static f => $"{f.Severity} {f.State}".ToLowerInvariant()));

    public static PatientBuilder Tumour(this PatientBuilder patient, TumourKind kind) => patient.Add(new TumourFact
    {
        Source = new SourceRef("Condition", "other", "1", "Condition"),
        Kind = kind,
        Condition = new ResourceKey("Condition/other"),
    });

    /// <summary>A course recorded as one resource; without an end it goes on.</summary>
    public static PatientBuilder Course(this PatientBuilder patient, Drug drug, int from, int? to) => patient.Add(new TherapyFact
    {
        Source = new SourceRef("MedicationAdministration", "course", "1", "MedicationAdministration"),
        When = PatientBuilder.Day(from),
        CourseEnd = to is { } end ? PatientBuilder.Day(end) : null,
        Ongoing = to is null,
        Drug = drug,
        WasGiven = true,
    });
}
