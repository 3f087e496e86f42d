using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F06")]
public sealed class NewHer2LineRuleTests
{
    private const string Flag = "new-her2-line-without-retest";
    private const string Rule = "H2B-06";

    /// <summary>First line day 10 to 94, progression day 100, the next line from day 120.</summary>
    [Theory]
    [Trait("Row", "5/test-look-ahead")]
    [InlineData(134, "")]
    [InlineData(135, "high active")]
    public void Evaluate_NewDrugAfterProgression_IsRaisedAfterTheLookAhead(int day, string expected) =>
        Switched().Said(Flag, day).ShouldBe(expected);

    [Fact]
    [Trait("Row", "5/dg04")]
    public void Evaluate_Raised_RestsOnNewDoseProgressionOldDoseAndLastTest()
    {
        var flag = Switched().Flags(Flag, 140).Single();

        flag.Evidence.Select(static e => e.Key.Value).ShouldBe(
            ["MedicationAdministration/d120", "Observation/pd100", "MedicationAdministration/d94", "Observation/t"]);
        flag.Text.ShouldBe("Progression was recorded on 2021-04-14 under trastuzumab; a line with trastuzumab deruxtecan began on 2021-05-04 "
            + "without a HER2 result from after the progression on record. Last HER2 result: positive on 2021-01-04 (IHC 3+).");
    }

    [Fact]
    public void NextDue_LineJustBegun_NamesTheEndOfTheLookAhead() => Switched().AsOf(125).NextDue.ShouldBe(Instant(135));

    [Theory]
    [InlineData(99, "high active")]
    [InlineData(100, "")]
    [InlineData(134, "")]
    public void Evaluate_TestCollectedFromTheProgressionOn_IsNotRaised(int collected, string expected) =>
        Switched().Ihc("again", collected, 3, issued: 134, specimen: "Specimen/again").Said(Flag, 140).ShouldBe(expected);

    [Fact]
    public void Evaluate_TestArrivesLate_ResolvesThatDay()
    {
        var patient = Switched().Ihc("again", 110, 3, issued: 150, specimen: "Specimen/again");

        patient.Said(Flag, 149).ShouldBe("high active");
        patient.Said(Flag, 150).ShouldBe("high resolved");
        patient.Flags(Flag, 150).Single().Reason.ShouldBe("reassessed");
    }

    [Fact]
    public void Evaluate_EquivocalSinceProgression_IsNoTest() =>
        Switched().Ihc("again", 110, 2, specimen: "Specimen/again").Said(Flag, 140).ShouldBe("high active");

    [Theory]
    [InlineData(TumourKind.Breast, "low active")]
    [InlineData(TumourKind.Other, "low active")]
    [InlineData(TumourKind.None, "low active")]
    public void Evaluate_OtherTumours_AreLow(TumourKind kind, string expected)
    {
        var patient = kind == TumourKind.None ? new PatientBuilder() : new PatientBuilder().Tumour(kind);

        patient.Stated("t", 0, Her2Status.Positive).Every(Trastuzumab, 10, 94, 21).Progression(100).Doses(Deruxtecan, 120)
            .Said(Flag, 140).ShouldBe(expected);
    }

    [Theory]
    [InlineData(136, true)]
    [InlineData(137, false)]
    [Trait("Row", "5/continuing-gap")]
    public void Evaluate_ProgressionLongAfterTheLastDose_IsNotOnTheDrug(int progression, bool raised) =>
        First().Progression(progression).Doses(Deruxtecan, 160).Said(Flag, 200).ShouldBe(raised ? "high active" : "");

    [Fact]
    public void Evaluate_NoProgression_IsNotRaised() => First().Doses(Deruxtecan, 120).Said(Flag, 200).ShouldBeEmpty();

    [Theory]
    [Trait("Row", "5/new-course-gap")]
    [InlineData(184, "")]
    [InlineData(185, "high active")]
    public void Evaluate_SameDrugAfterAGap_IsANewLineOnlyAfterALongOne(int restart, string expected) =>
        First().Progression(100).Doses(Trastuzumab, restart).Said(Flag, 220).ShouldBe(expected);

    [Fact]
    public void Evaluate_FixedCombinationForItsParts_IsNoNewLine() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 94, 21).Every(Asked.Pertuzumab, 11, 95, 21)
            .Progression(100).Doses(Asked.Phesgo, 120).Doses(new Drug("pertuzumab + trastuzumab", DrugClass.Trastuzumab), 141)
            .Doses(new Drug("trastuzumab + hyaluronidase", DrugClass.Trastuzumab), 162)
            .Said(Flag, 200).ShouldBeEmpty();

    [Fact]
    public void Evaluate_PartnersOfTheNewLine_AreOneLine() =>
        First().Progression(100).Doses(Asked.Tucatinib, 120).Doses(Trastuzumab, 121, 142).Flags(Flag, 200).Count.ShouldBe(1);

    [Fact]
    public void Evaluate_TwoLinesAfterOneProgression_IsOneFlag() =>
        Switched().Doses(Asked.Tucatinib, 170).Flags(Flag, 220).Count.ShouldBe(1);

    [Fact]
    public void Evaluate_ConjugateSoonAfterTheFirstDose_IsNoPartner() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, 10).Progression(20).Doses(Deruxtecan, 31)
            .Said(Flag, 60).ShouldBe("high active");

    [Fact]
    public void Evaluate_TestsNotReadThrough_IsUndetermined()
    {
        var read = new Completeness(Instant(130), Instant(300));

        Switched().Said(Flag, 140, read).ShouldBeEmpty();
        Switched().Undetermined(Rule, 140, read).ShouldBe(["tests-not-read-through"]);
    }

    [Fact]
    public void Evaluate_UnreadReportSinceTheProgression_IsUndetermined()
    {
        Switched().Gap("text-not-read", 110).Undetermined(Rule, 140).ShouldBe(["text-not-read"]);
        Switched().Gap("text-not-read", 90).Said(Flag, 140).ShouldBe("high active");
    }

    [Fact]
    public void Evaluate_UncertainDrug_IsUndetermined()
    {
        var patient = First().Progression(100).Doses(new Drug("her2 inhibitor", DrugClass.OtherHer2, Uncertain: true), 120);

        patient.Said(Flag, 140).ShouldBeEmpty();
        patient.Undetermined(Rule, 140).ShouldBe(["drug-identity-uncertain"]);
    }

    [Fact]
    public void Evaluate_ProgressionDatedByMonthAroundTheFirstDose_IsUndetermined()
    {
        var progression = new ProgressionFact { Source = new SourceRef("Observation", "pd", "1", "x"), When = Month(2021, 5), Label = "worsened" };

        First().Add(progression).Doses(Deruxtecan, 120).Undetermined(Rule, 140).ShouldBe(["order-of-dose-and-progression"]);
    }

    [Fact]
    public void Evaluate_TestDatedByMonthAroundTheProgression_IsUndetermined()
    {
        var test = Assay("again", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/again") with { When = Month(2021, 4) };

        Switched().Assayed(test).Undetermined(Rule, 140).ShouldBe(["order-of-test-and-progression"]);
    }

    [Fact]
    public void Evaluate_TwoTumoursAndNothingAssigned_IsUndetermined() =>
        Switched().Breast().Undetermined(Rule, 140).ShouldBe(["dose-not-assigned"]);

    private static PatientBuilder First() =>
        new PatientBuilder().Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 10, 94, 21);

    private static PatientBuilder Switched() => First().Progression(100).Doses(Deruxtecan, 120);
}
