using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Drugs against or without a result, beyond progression, and results that were corrected: the day on which each is said, ends, or cannot be told.</summary>
public sealed partial class DrugAndRecordBoundaryTests
{
    [Fact]
    public void AfterNegative_DoseWhenItWasKnown_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Doses(Trastuzumab, 5, 26)).ShouldBe("""
        5: high active
        69: high resolved treatment-stopped 5 to 69
        """);

    [Fact]
    public void AfterNegative_DoseBeforeItWasKnown_CannotBeOrderedOnTheDay() =>
        Timeline.Of("H2B-03", Gastric()
            .Assayed(Ihc("a", 0, 0) with { Issued = Instant(5).AddHours(9) })
            .Doses(Trastuzumab, 5)).ShouldBe("""
        5.38: ? order-of-dose-and-result
        """);

    [Fact]
    public void AfterNegative_DoseTheDayBefore_IsSilent() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Doses(Trastuzumab, 4)).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_StoppedBeforePositiveAgain_EndsWithTheStop() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)
            .Ihc("b", 100, 3, specimen: "Specimen/b")
            .Ihc("c", 200, 3, specimen: "Specimen/c")).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_PositiveAgainDuringTreatment_EndsIt() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", -200, 0, specimen: "Specimen/a")
            .Every(Trastuzumab, 10, 178, 21)
            .Ihc("b", 100, 3, issued: 120, specimen: "Specimen/b")).ShouldBe("""
        10: high active
        120: high resolved status-returned 10 to 120
        """);

    [Fact]
    public void AfterNegative_TwoCourses_EachIsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10, 31, 100)).ShouldBe("""
        10: high active
        74: high resolved treatment-stopped 10 to 74
        100: high resolved treatment-stopped 10 to 74 @Observation/a | high active @Observation/a+MedicationAdministration/d100
        143: high resolved treatment-stopped 10 to 74 @Observation/a | high resolved treatment-stopped 100 to 143 @Observation/a+MedicationAdministration/d100
        """);

    [Fact]
    public void AfterNegative_CourseInOneRecordBegunBefore_BeginsWhenItWasKnown() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 60)
            .Ihc("a", 20, 0, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        30: high active
        103: high resolved treatment-stopped 30 to 103
        """);

    [Fact]
    public void AfterNegative_CourseInOneRecordEndedWhenItWasKnown_IsSilent() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 29)
            .Ihc("a", 20, 0, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_CourseInOneRecordOnItsLastDay_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Course(Trastuzumab, 0, 30)
            .Ihc("a", 20, 0, issued: 30, specimen: "Specimen/a")).ShouldBe("""
        30: high active
        73: high resolved treatment-stopped 30 to 73
        """);

    [Fact]
    public void AfterNegative_DosesUnread_CannotBeTold() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Ihc("b", 50, 0, issued: 60, specimen: "Specimen/b")
            .Add(Unread(10, test: false, dose: true))).ShouldBe("""
        10: ? doses-not-read-through
        """);

    [Fact]
    public void AfterNegative_DosesUnreadBefore_IsNoQuestion() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 0, issued: 5, specimen: "Specimen/a")
            .Ihc("b", 50, 0, issued: 60, specimen: "Specimen/b")
            .Add(Unread(4, test: false, dose: true))).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_ConjugateInGastric_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(Deruxtecan, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_ConjugateInLowBreast_IsMeant() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(Deruxtecan, 10)).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_ConjugateInBreastWithoutASubCategory_CannotBeTold() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Deruxtecan, 10)).ShouldBe("""
        10: ? adc-low-category-unknown
        """);

    [Fact]
    public void AfterNegative_OtherConjugateInLowBreast_IsSaid() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(new Drug("trastuzumab emtansine", DrugClass.TrastuzumabAdc), 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_DrugForIhc2WhereTheSiteDoesNotSaySo_IsSaid() =>
        Timeline.Of("H2B-03", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ish("i", 0, false, specimen: "Specimen/a")
            .Doses(Disitamab, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_CurativeBreastAfterTreatment_IsModerate() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("z", -100, 3, specimen: "Specimen/z")
            .Doses(Trastuzumab, -50)
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: moderate active
        53: moderate resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_CurativeBreastUntreatedBefore_IsHigh() =>
        Timeline.Of("H2B-03", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("z", -100, 3, specimen: "Specimen/z")
            .Ihc("a", 0, 0, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)).ShouldBe("""
        10: high active
        53: high resolved treatment-stopped 10 to 53
        """);

    [Fact]
    public void AfterNegative_ResultThatNamesNoTumour_CannotBeTold() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Ihc("x", 0, 0, 5))
            .Add(For("gastric", 10))).ShouldBe("""
        10: ? tumour-not-assigned
        """);

    [Fact]
    public void AfterNegative_ResultKnownLaterThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Ihc("x", 0, 0, 15))
            .Add(For("gastric", 10))).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_EquivocalOrPreliminaryThatNamesNoTumour_IsNoQuestion() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Ihc("x", 0, 2))
            .Assayed(Ihc("y", 0, 0) with { Standing = FactStanding.Preliminary })
            .Add(For("gastric", 10))).ShouldBe("""
        
        """);

    [Fact]
    public void AfterNegative_DoseOfNeitherTumourAndBothNegative_IsSaidUntilOneIsPositive() =>
        Timeline.Of("H2B-03", Two()
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Assayed(Of("breast", Ihc("b", 3, 0)))
            .Doses(Trastuzumab, 10, 31)
            .Assayed(Of("breast", Ihc("c", 38, 3, 50)))
            .Assayed(Of("gastric", Ihc("d", 38, 3, 40)))).ShouldBe("""
        10: high active
        40: high resolved status-returned 10 to 40
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-900);

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-900).Breast();

    private static AssayFact Ihc(string id, int day, int score, int? issued = null) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/" + id);

    private static AssayFact Of(string condition, AssayFact fact) => fact with { Conditions = [new ResourceKey("Condition/" + condition)] };

    private static TherapyFact For(string condition, int day) => new()
    {
        Source = new SourceRef("MedicationAdministration", "f" + day, "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [new ResourceKey("Condition/" + condition)],
    };

    private static GapFact Unread(int? day, bool test = true, bool dose = false) => new()
    {
        Source = new SourceRef("DiagnosticReport", "r", "1", "DiagnosticReport"),
        When = day is { } d ? Day(d) : null,
        Code = "text-not-read",
        Reason = "not readable",
        MayHideTest = test,
        MayHideDose = dose,
    };

    private static PanelFact Panel(int day, int? issued = null) => new()
    {
        Source = new SourceRef("Observation", "panel" + day, "1", "Observation"),
        When = Day(day),
        Genes = ["ERBB2", "KRAS"],
        Issued = issued is { } known ? Instant(known) : null,
    };

    private static StatedByConditionFact Diagnosis() => new()
    {
        Source = new SourceRef("Condition", "k", "1", "code"),
        When = Day(-5),
        Status = Positive,
        Label = "HER2 positive carcinoma",
    };

    private static Drug Disitamab { get; } = new("disitamab vedotin", DrugClass.OtherHer2) { ForIhc2 = true };

    private static AssayFact Corrected(int score, int updated, int? issued = 2) => Ihc("p", 0, score, issued) with
    {
        Source = new SourceRef("Observation", "p", "2", "Observation"),
        Standing = FactStanding.Amended,
        Updated = Instant(updated),
    };

    private static AssayFact First(int score, int replaced) => Ihc("p", 0, score, 2) with { ReplacedAt = Instant(replaced) };
}
