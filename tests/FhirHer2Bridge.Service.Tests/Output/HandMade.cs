using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Tests.Output;

/// <summary>An assessment with every kind of entry, made by hand so that no engine stands between it and the line.</summary>
internal static class HandMade
{
    public static Flag Lost { get; } = new()
    {
        Patient = new("p1"),
        Rule = new("H2B-01"),
        Code = "positive-to-negative",
        Anchor = "Observation/b",
        Severity = FlagSeverity.High,
        State = FlagState.Active,
        Effective = Day(2024, 5, 14),
        Start = At(2024, 5, 21),
        Text = "HER2 positive in 2024-01; negative on 2024-05-14.",
        Evidence = [Ref("Observation", "b"), Ref("Observation", "a1")],
    };

    public static Flag Discordant { get; } = Lost with
    {
        Rule = new("H2B-05"),
        Code = "discordant-specimens",
        Severity = FlagSeverity.Low,
        State = FlagState.Resolved,
        Effective = Day(2024, 2, 2),
        Start = At(2024, 2, 5),
        End = At(2024, 3, 1),
        Text = "Two specimens disagree.",
    };

    public static PatientAssessment Assessment { get; } = new(
        new Her2History(
            new PatientKey("p1"),
            new PatientStatus(Her2Status.Negative, Her2Category.Low, Day(2024, 5, 14), ["other-site"]),
            [Positive(), Negative(), Plasma()],
            [
                new TherapyCourse(new Drug("trastuzumab", DrugClass.Trastuzumab), Month(2024, 3), Day(2024, 4, 16), 3, [Ref("MedicationAdministration", "d1")]),
                new TherapyCourse(new Drug("trastuzumab deruxtecan", DrugClass.TrastuzumabAdc), Day(2024, 6, 1), Day(2024, 6, 1), 1, [Ref("MedicationAdministration", "d2")]),
            ],
            [new Gap("text-not-read", "A \"HER2\" mention nobody could read (≥ 3 µm).", Ref("DiagnosticReport", "r1", "DiagnosticReport.conclusion"))]),
        [Discordant, Lost],
        [new UndeterminedRule(new RuleId("H2B-03"), "adc-low-category-unknown")],
        [],
        null);

    public static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    public static ClinicalTime Day(int year, int month, int day) =>
        new(At(year, month, day), At(year, month, day).AddDays(1), TimePrecision.Day, FormattableString.Invariant($"{year:0000}-{month:00}-{day:00}"));

    public static ClinicalTime Month(int year, int month) =>
        new(At(year, month, 1), At(year, month, 1).AddMonths(1), TimePrecision.Month, FormattableString.Invariant($"{year:0000}-{month:00}"));

    public static SourceRef Ref(string type, string id, string? path = null) => new(type, id, "1", path ?? type);

    /// <summary>The hand-made assessment with one result in place of all.</summary>
    public static PatientAssessment With(Assessment result) =>
        Assessment with { History = Assessment.History with { Assessments = [result] } };

    public static Assessment Negative() => new()
    {
        When = Day(2024, 5, 14),
        KnownFrom = At(2024, 5, 21),
        Status = Her2Status.Negative,
        Category = Her2Category.Low,
        Methods = ["IHC 1+"],
        Track = AssessmentTrack.Tissue,
        Standing = FactStanding.Amended,
        Specimen = new ResourceKey("Specimen/s2"),
        Site = "liver",
        Evidence = [Ref("Observation", "b")],
        Notes = [],
    };

    private static Assessment Positive() => new()
    {
        When = Month(2024, 1),
        KnownFrom = At(2024, 1, 9),
        Status = Her2Status.Positive,
        Methods = ["IHC 3+", "ISH ratio ≥ 2.2"],
        Track = AssessmentTrack.Tissue,
        Standing = FactStanding.Final,
        Evidence = [Ref("Observation", "a2"), Ref("Observation", "a1"), Ref("Observation", "a2", "Observation.component[0]")],
        Notes = ["specimen-assumed"],
    };

    private static Assessment Plasma() => Negative() with
    {
        When = Day(2024, 5, 20),
        Status = Her2Status.Indeterminate,
        Category = null,
        Methods = ["NGS not amplified"],
        Track = AssessmentTrack.Plasma,
        Standing = FactStanding.Preliminary,
        Specimen = null,
        Site = null,
        Evidence = [Ref("Observation", "c")],
        Notes = ["plasma-only"],
    };
}
