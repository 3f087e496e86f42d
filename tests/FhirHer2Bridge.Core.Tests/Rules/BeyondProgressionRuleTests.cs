using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F09")]
public sealed class BeyondProgressionRuleTests
{
    private const string Flag = "trastuzumab-beyond-progression";
    private const string Rule = "H2B-09";

    [Theory]
    [Trait("Row", "5/t-act")]
    [InlineData(128, "")]
    [InlineData(129, "moderate active")]
    public void Evaluate_DoseAfterTheLimit_IsRaised(int dose, string expected) => Progressed().Doses(Trastuzumab, dose).Said(Flag, 130).ShouldBe(expected);

    [Fact]
    public void Evaluate_Raised_RestsOnDoseAndProgression()
    {
        var flag = Progressed().Doses(Trastuzumab, 130, 151).Flags(Flag, 160).Single();

        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(["MedicationAdministration/d130", "Observation/pd100"]);
        flag.Text.ShouldBe("Progression was recorded on 2021-04-14; trastuzumab was given on 2021-05-14. No positive HER2 test from after the "
            + "progression is on record.");
    }

    [Theory]
    [InlineData(172, "moderate active")]
    [InlineData(173, "moderate resolved")]
    public void Evaluate_Stopped_ResolvesAfterTheGap(int day, string expected) => Progressed().Doses(Trastuzumab, 130).Said(Flag, day).ShouldBe(expected);

    [Fact]
    public void Evaluate_StoppedButDosesNotRead_StaysActive()
    {
        var read = new Completeness(Instant(300), Instant(140));

        Progressed().Doses(Trastuzumab, 130).Said(Flag, 200, read).ShouldBe("moderate active");
        Progressed().Doses(Trastuzumab, 130).Undetermined(Rule, 200, read).ShouldBe(["doses-not-read-through"]);
    }

    [Theory]
    [InlineData(3, 110, "")]
    [InlineData(3, 140, "moderate resolved")]
    [InlineData(0, 140, "moderate active")]
    public void Evaluate_TestAfterProgression_OnlyAPositiveOneClears(int score, int issued, string expected) =>
        Progressed().Doses(Trastuzumab, 130, 151).Ihc("again", 105, score, issued: issued, specimen: "Specimen/again").Said(Flag, 160).ShouldBe(expected);

    [Theory]
    [InlineData(TumourKind.Breast, "")]
    [InlineData(TumourKind.Other, "")]
    public void Evaluate_OtherTumours_Never(TumourKind kind, string expected)
    {
        var patient = new PatientBuilder().Tumour(kind).Stated("t", 0, Her2Status.Positive).Every(Trastuzumab, 10, 150, 21).Progression(100);

        patient.Said(Flag, 160).ShouldBe(expected);
        patient.Undetermined(Rule, 160).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_TumourUnknown_IsUndetermined() =>
        new PatientBuilder().Stated("t", 0, Her2Status.Positive).Every(Trastuzumab, 10, 150, 21).Progression(100)
            .Undetermined(Rule, 160).ShouldContain("tumour-type-unknown");

    [Fact]
    public void Evaluate_Conjugate_IsNotTrastuzumab() => Progressed().Doses(Deruxtecan, 140).Said(Flag, 160).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ProgressionBeforeTheFirstDose_IsNotOnTheDrug() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Progression(5).Every(Trastuzumab, 40, 150, 21).Said(Flag, 160).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ProgressionRecordedTwice_IsOneFlag() =>
        Progressed().Progression(120).Every(Trastuzumab, 115, 200, 21).Said(Flag, 210).ShouldBe("moderate active");

    [Fact]
    public void Evaluate_RestartAfterStop_IsAnotherFlag() =>
        Progressed().Doses(Trastuzumab, 130, 200).Said(Flag, 201).ShouldBe("moderate resolved|moderate active");

    [Fact]
    public void Evaluate_CourseInOneResource_IsRaisedWhenTheLimitPasses()
    {
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Course(Trastuzumab, 10, null).Progression(100);

        patient.Said(Flag, 128).ShouldBeEmpty();
        patient.AsOf(128).NextDue.ShouldBe(Instant(129));
        patient.Said(Flag, 129).ShouldBe("moderate active");
    }

    [Fact]
    public void Evaluate_ProgressionDatedByMonth_IsUndeterminedBetweenItsEnds()
    {
        var month = new ProgressionFact { Source = new SourceRef("Observation", "pd", "1", "x"), When = Month(2021, 4), Label = "worsened" };
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 94, 21).Add(month);

        patient.Doses(Trastuzumab, 130).Undetermined(Rule, 135).ShouldBe(["order-of-dose-and-progression"]);
        patient.Doses(Trastuzumab, 145).Said(Flag, 146).ShouldBe("moderate active");
    }

    [Fact]
    public void Evaluate_UnreadReportSinceTheProgression_IsUndetermined() =>
        Progressed().Doses(Trastuzumab, 130).Gap("text-not-read", 110).Undetermined(Rule, 131).ShouldBe(["text-not-read"]);

    private static PatientBuilder Progressed() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 94, 21).Progression(100);

    [Theory]
    [InlineData(127, 135, "")]
    [InlineData(130, 130, "doses-not-read-through")]
    public void Evaluate_UnreadableAdministrationAfterTheLimit_IsUndetermined(int given, int day, string expected) =>
        string.Join('|', Progressed().Gap("medication-unresolved", given, mayHideTest: false, mayHideDose: true).Undetermined(Rule, day)).ShouldBe(expected);

    [Fact]
    public void Evaluate_UnreadableAdministrationAfterAPositiveRetest_IsOfNoConcern() =>
        Progressed().Ihc("r", 110, 3, specimen: "Specimen/r").Gap("medication-unresolved", 130, mayHideTest: false, mayHideDose: true)
            .Undetermined(Rule, 140).ShouldBeEmpty();

    /// <summary>Whether the progression came under a HER2-directed drug hangs on what could not be read.</summary>
    [Fact]
    public void Evaluate_UnreadableAdministrationBeforeTheProgression_IsUndeterminedOnceTrastuzumabIsGiven()
    {
        var patient = new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Progression(100)
            .Gap("medication-unresolved", 90, mayHideTest: false, mayHideDose: true);

        patient.Undetermined(Rule, 150).ShouldBeEmpty();
        patient.Doses(Trastuzumab, 140).Undetermined(Rule, 150).ShouldBe(["doses-not-read-through"]);
    }
}
