using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Which later result ends a change of status, how much a progression matters, and when a flag grows old.</summary>
public sealed class StatusAndHistoryBoundaryTests
{
    [Fact]
    public void StatusChanged_ChangesBackTwice_EndsWithTheFirst() =>
        Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 100, 0, specimen: "Specimen/b")
            .Ihc("c", 200, 3, specimen: "Specimen/c")
            .Ihc("d", 300, 0, specimen: "Specimen/d")
            .Ihc("e", 420, 3, specimen: "Specimen/e")
            .Episodes("positive-to-negative", 430)
            .ShouldBe(["high resolved 100 to 200 status-returned", "high resolved 300 to 420 status-returned"]);

    [Fact]
    public void StatusChanged_EarlierSpecimenReRead_LeavesTheChangeOfTheLaterAlone() =>
        Gastric()
            .Ihc("x", -100, 0, issued: -99, specimen: "Specimen/x")
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 200, 0, specimen: "Specimen/b")
            .Ihc("y", -100, 3, issued: 260, specimen: "Specimen/x")
            .Said("positive-to-negative", 270).ShouldBe("high active");

    [Fact]
    public void StatusChanged_LaterSpecimenReReadToTheChange_IsOneChange() =>
        Timeline.Of("H2B-01", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 200, 3, issued: 200, specimen: "Specimen/b")
            .Ihc("c", 200, 0, issued: 250, specimen: "Specimen/b")).ShouldBe("""
        250: high active
        566: high resolved historical 250 to 566
        """);

    [Fact]
    public void Progression_PlasmaBesideOneWeakTest_LeavesItTheOnlyOne() =>
        Timeline.Of("H2B-08", Gastric()
            .Plasma("p", -20, null, detected: false)
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Progression(200)).ShouldBe("""
        242: low active
        566: low resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_TestOfTheNextDay_IsNoneOfTheTestsBefore() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Progression(200)
            .Ihc("u", 201, 0, issued: 260, specimen: "Specimen/u")).ShouldBe("""
        242: low active
        260: low resolved reassessed 242 to 260
        """);

    [Theory]
    [InlineData(366, "14: moderate active\n547: moderate resolved historical 14 to 547")]
    [InlineData(367, "14: moderate active\n366: moderate resolved historical 14 to 366")]
    public void Historical_ProgressionOnTheDayItWouldGrowOld_KeepsIt(int progressed, string said) =>
        Timeline.Of("H2B-04", Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Progression(progressed)).ShouldBe(said);

    [Fact]
    public void Untreated_GeneTestLaterThatLeavesItPositive_CountsFromTheFirst() =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", 0, 0, specimen: "Specimen/n")
            .Ihc("y", 200, 3, issued: 205, specimen: "Specimen/y")
            .Ish("h", 200, false, issued: 230, specimen: "Specimen/y")).ShouldBe("""
        266: moderate active
        571: moderate resolved historical 266 to 571
        """);

    [Theory]
    [InlineData(-50, false)]
    [InlineData(0, true)]
    public void Mismatch_LaterSpecimenOfTheNextDay_EndsIt(int day, bool ended) =>
        Gastric().Ihc("a", 0, 1, specimen: "Specimen/a").Ish("i", 0, true, specimen: "Specimen/a")
            .Ihc("z", day + 1, 0, issued: 20, specimen: "Specimen/z")
            .Said("ihc-ish-mismatch", 30).ShouldBe(ended ? "moderate resolved" : "moderate active");

    [Fact]
    public void Resistance_DoseAfterTheSample_LeavesItAfterTheFirstDose() =>
        Gastric().Doses(Trastuzumab, 10, 200).Altered("KRAS", 100, "G12D").Said("resistance-alteration", 210).ShouldBe("low active");

    [Fact]
    public void Resistance_NothingExaminedBefore_SaysSo() =>
        Gastric().Doses(Trastuzumab, 10).Altered("KRAS", 100, "G12D").Flags("resistance-alteration", 110)[0].Text.ShouldNotContain("Looked for");

    [Fact]
    public void Resistance_SampleBetweenTwoDosesThatExaminedOtherGenes_LeavesItOpen() =>
        Gastric().Doses(Trastuzumab, 10, 60).Panel(50, "TP53").Altered("KRAS", 100, "G12D")
            .Undetermined("H2B-13", 110).ShouldBe(["prior-panel-unknown"]);

    [Theory]
    [InlineData(20, false)]
    [InlineData(19, true)]
    public void MayHideDose_GapAtTheEnd_IsOutside(int gap, bool hides)
    {
        var patient = Gastric().Gap("medication-unresolved", gap, mayHideTest: false, mayHideDose: true);
        var view = HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, new RuleContext(Instant(100), Completeness.Whole));

        Absence.MayHideDose(view, Instant(10), Instant(20)).ShouldBe(hides);
    }

    [Fact]
    public void Dose_NamesTheTumourRecordedLater_IsOfThatTumour()
    {
        var patient = Gastric()
            .Add(new TumourFact { Source = new SourceRef("Condition", "breast", "1", "Condition"), When = Day(50), Kind = TumourKind.Breast, Condition = new("Condition/breast") })
            .Add(new TherapyFact
            {
                Source = new SourceRef("MedicationAdministration", "d", "1", "MedicationAdministration"),
                When = Day(10),
                Drug = Trastuzumab,
                WasGiven = true,
                Conditions = [new ResourceKey("Condition/breast")],
            });
        var view = HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, new RuleContext(Instant(100), Completeness.Whole));

        view.Tumours.Select(static tumour => (tumour.Kind, tumour.Doses.Count)).ShouldBe([(TumourKind.Gastric, 0), (TumourKind.Breast, 1)], ignoreOrder: true);
    }

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-300);
}
