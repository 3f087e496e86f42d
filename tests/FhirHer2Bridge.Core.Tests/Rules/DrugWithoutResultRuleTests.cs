using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F07")]
public sealed class DrugWithoutResultRuleTests
{
    private const string Flag = "her2-drug-without-result";
    private const string Rule = "H2B-07";

    [Theory]
    [Trait("Row", "5/test-look-ahead")]
    [Trait("Row", "5/labels")]
    [InlineData(24, "")]
    [InlineData(25, "high active")]
    public void Evaluate_NoResult_IsRaisedAfterTheLookAhead(int day, string expected) => Treated().Said(Flag, day).ShouldBe(expected);

    [Fact]
    public void Evaluate_Raised_SaysWhatIsOnRecordAndWhatMayExist()
    {
        var flag = Treated().Flags(Flag, 60).Single();

        flag.Text.ShouldBe("trastuzumab was given on 2021-01-14; no HER2 result is on record. Results from elsewhere may exist.");
        flag.Evidence.Single().Key.Value.ShouldBe("MedicationAdministration/d10");
    }

    [Fact]
    public void NextDue_FirstDoseJustGiven_NamesTheEndOfTheLookAhead() => Treated().AsOf(12).NextDue.ShouldBe(Instant(25));

    [Theory]
    [InlineData(25, "")]
    [InlineData(26, "high resolved")]
    public void Evaluate_ResultBecomesKnown_IsSilentOrResolves(int issued, string expected)
    {
        var patient = Treated().Ihc("late", 5, 3, issued: issued, specimen: "Specimen/late");

        patient.Said(Flag, 40).ShouldBe(expected);
    }

    [Theory]
    [InlineData(AssayMethod.Ihc, FactStanding.Preliminary)]
    [InlineData(AssayMethod.Ihc, FactStanding.Amended)]
    public void Evaluate_AnyResult_Satisfies(AssayMethod method, FactStanding standing) =>
        Treated().Assayed(Assay("t", 0, method, new AssayResult.Ihc(2), specimen: "Specimen/t") with { Standing = standing }).Said(Flag, 60).ShouldBeEmpty();

    [Theory]
    [InlineData(AssayMethod.Serum, FactStanding.Final)]
    [InlineData(AssayMethod.Overall, FactStanding.Withdrawn)]
    public void Evaluate_SerumOrWithdrawn_DoesNot(AssayMethod method, FactStanding standing) =>
        Treated().Assayed(Assay("t", 0, method, new AssayResult.Stated(Her2Status.Positive), specimen: "Specimen/t") with { Standing = standing })
            .Said(Flag, 60).ShouldBe("high active");

    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    public void Evaluate_UnreadReport_IsUndetermined(int day)
    {
        var patient = Treated().Gap("text-not-read", day);

        patient.Said(Flag, 60).ShouldBeEmpty();
        patient.Undetermined(Rule, 60).ShouldBe(["text-not-read"]);
    }

    [Fact]
    public void Evaluate_TestsNotReadThrough_IsUndetermined()
    {
        var read = new Completeness(Instant(20), Instant(300));

        Treated().Said(Flag, 60, read).ShouldBeEmpty();
        Treated().Undetermined(Rule, 60, read).ShouldBe(["tests-not-read-through"]);
    }

    [Fact]
    public void Evaluate_ConditionStatesAStatus_IsUndetermined()
    {
        var condition = new StatedByConditionFact
        {
            Source = new SourceRef("Condition", "her2", "1", "Condition"),
            Status = Her2Status.Positive,
            Label = "HER2 positive carcinoma of breast",
        };

        Treated().Add(condition).Said(Flag, 60).ShouldBeEmpty();
        Treated().Add(condition).Undetermined(Rule, 60).ShouldBe(["status-stated-by-condition"]);
    }

    [Theory]
    [InlineData(TumourKind.Other, "", "")]
    [InlineData(TumourKind.Gastric, "", "sequenced-without-status")]
    public void Evaluate_Erbb2Mutation_SatisfiesOutsideStomachAndBreast(TumourKind kind, string said, string undetermined)
    {
        var patient = new PatientBuilder().Tumour(kind).Doses(Trastuzumab, 10, 31).Add(new AlterationFact
        {
            Source = new SourceRef("Observation", "ngs", "1", "Observation"),
            When = Day(0),
            Gene = "ERBB2",
            Kind = AlterationKind.Mutation,
            Present = true,
            Protein = "S310F",
        });

        patient.Said(Flag, 60).ShouldBe(said);
        string.Join('|', patient.Undetermined(Rule, 60)).ShouldBe(undetermined);
    }

    [Fact]
    public void Evaluate_PanelOverErbb2_SatisfiesOutsideStomachAndBreast()
    {
        var panel = new PanelFact
        {
            Source = new SourceRef("Observation", "ngs", "1", "Observation"),
            When = Day(0),
            Genes = ["ERBB2", "TP53"],
        };

        new PatientBuilder().Tumour(TumourKind.Other).Doses(Trastuzumab, 10).Add(panel).Said(Flag, 60).ShouldBeEmpty();
        new PatientBuilder().Breast().Doses(Trastuzumab, 10).Add(panel).Undetermined(Rule, 60).ShouldBe(["sequenced-without-status"]);
    }

    [Fact]
    public void Evaluate_TumourUnknown_RunsAsWell() => new PatientBuilder().Doses(Deruxtecan, 10).Said(Flag, 30).ShouldBe("high active");

    [Fact]
    public void Evaluate_AmbiguousDrug_IsProvisional() =>
        new PatientBuilder().Gastric().Doses(Asked.Ambiguous, 10).Flags(Flag, 30).Single().Provisional.ShouldBeTrue();

    private static PatientBuilder Treated() => new PatientBuilder().Gastric().Doses(Trastuzumab, 10, 31, 52);

    /// <summary>The only administration is one that could not be read.</summary>
    [Theory]
    [InlineData(24, "")]
    [InlineData(25, "doses-not-read-through")]
    public void Evaluate_UnreadableAdministrationAndNoResult_IsUndetermined(int day, string expected)
    {
        var patient = new PatientBuilder().Gastric().Gap("medication-unresolved", 10, mayHideTest: false, mayHideDose: true);

        string.Join('|', patient.Unanswered(DrugWithoutResultRule.Id, day)).ShouldBe(expected);
    }

    [Fact]
    public void Evaluate_UnreadableAdministrationBeforeTheFirstDose_IsUndetermined() =>
        new PatientBuilder().Gastric().Gap("medication-unresolved", 10, mayHideTest: false, mayHideDose: true).Doses(Trastuzumab, 25)
            .Unanswered(DrugWithoutResultRule.Id, 26).ShouldBe(["doses-not-read-through"]);

    [Fact]
    public void Evaluate_UndatedUnreadableAdministration_IsUndeterminedOnlyWithoutAResult()
    {
        var patient = new PatientBuilder().Gastric().Gap("medication-unresolved", null, mayHideTest: false, mayHideDose: true);

        patient.Unanswered(DrugWithoutResultRule.Id, 30).ShouldBe(["doses-not-read-through"]);
        patient.Ihc("t", 20, 3).Unanswered(DrugWithoutResultRule.Id, 30).ShouldBeEmpty();
    }
}
