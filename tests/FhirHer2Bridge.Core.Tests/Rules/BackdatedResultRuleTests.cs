using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F19")]
public sealed class BackdatedResultRuleTests
{
    private const string Flag = "backdated-result";

    [Fact]
    public void Evaluate_NegativeSeenLateAfterDoses_IsFlaggedFromTheMomentItWasSeen()
    {
        var patient = Treated(Negative(issued: 42, seen: 120));

        patient.FlagsAsOf(119).ShouldNotContain(Flag + " moderate active");
        var flag = patient.AsOf(120).Flags.Single(static flag => flag.Code == Flag);

        flag.Start.ShouldBe(Instant(120));
        flag.Evidence.Select(static source => source.Id).ShouldBe(["n", "d94", "d73", "d52"]);
        flag.Text.ShouldContain("first seen on 2021-05-04");
    }

    [Fact]
    public void Evaluate_SeenWithTheFirstFullRead_IsNoLateResult() =>
        Treated(Negative(issued: 42, seen: null)).FlagsAsOf(130).ShouldNotContain(static flag => flag.StartsWith(Flag, StringComparison.Ordinal));

    [Theory]
    [InlineData(72, false)]
    [InlineData(73, true)]
    public void Evaluate_DaysBetweenIssueAndSight_DecideWhatIsLate(int seen, bool late) =>
        Treated(Negative(issued: 42, seen)).AsOf(130).Flags.Any(static flag => flag.Code == Flag).ShouldBe(late);

    [Fact]
    public void Evaluate_LateResultOfTheSameStatus_ChangesNothing() =>
        Treated(Negative(issued: 42, seen: 120) with { Result = new AssayResult.Ihc(3) }).AsOf(130).Flags
            .ShouldNotContain(static flag => flag.Code == Flag);

    [Fact]
    public void Evaluate_NoDoseAndNothingFlaggedMeanwhile_IsNoFlag() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Assayed(Negative(issued: 42, seen: 120)).AsOf(130).Flags
            .ShouldNotContain(static flag => flag.Code == Flag);

    [Fact]
    public void Evaluate_LateResultUndoesAChangeThatWasFlagged_IsFlagged()
    {
        // Positive, then negative: flagged. A negative of before both arrives late and makes the second one no change of its own.
        var patient = new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Ihc("n2", 200, 0, specimen: "Specimen/n2")
            .Assayed(Negative(issued: 102, seen: 260) with { When = Day(100) });

        patient.AsOf(261).Flags.Where(static flag => flag.Code == Flag).ShouldHaveSingleItem().Evidence.Single().Id.ShouldBe("n");
    }

    [Fact]
    public void Evaluate_CorrectedVersionSeenLate_IsLeftToRule15()
    {
        var negative = Negative(issued: 42, seen: 120);
        var patient = Treated(negative).Add(negative with { Result = new AssayResult.Ihc(1), FirstSeen = Instant(43), ReplacedAt = Instant(120) });

        patient.AsOf(130).Flags.ShouldNotContain(static flag => flag.Code == Flag);
    }

    [Fact]
    public void Evaluate_NothingIssued_CannotBeTold()
    {
        var patient = Treated(Negative(issued: 42, seen: 120) with { Issued = null });

        patient.AsOf(130).Flags.ShouldNotContain(static flag => flag.Code == Flag);
        patient.Undetermined("H2B-19", 130).ShouldBe(["issue-unknown"]);
    }

    [Fact]
    public void Evaluate_NoDoseSeenAndDosesNotRead_IsUndetermined() =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Assayed(Negative(issued: 42, seen: 120))
            .AsOf(130, new Completeness(Instant(900), Instant(100))).Undetermined
            .ShouldContain(static rule => rule.Rule.Value == "H2B-19" && rule.Reason == "doses-not-read-through");

    [Fact]
    public void Evaluate_BeforeItWasSeen_IsDueThen() =>
        Treated(Negative(issued: 42, seen: 120)).AsOf(100).NextDue.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Instant(120));

    [Fact]
    public void Evaluate_Quiet_BecomesHistorical() =>
        Treated(Negative(issued: 42, seen: 120)).AsOf(120 + 366).Flags.Single(static flag => flag.Code == Flag).Reason.ShouldBe("historical");

    [Fact]
    public void Evaluate_TwoLateResultsOfOneSpecimen_AreNamedInOneOrder()
    {
        var gene = Assay("g", 40, AssayMethod.Ish, new AssayResult.Gene(false), issued: 42, specimen: "Specimen/n") with { FirstSeen = Instant(120) };
        var protein = Negative(issued: 42, seen: 120);

        Treated(gene).Assayed(protein).AsOf(130).Flags.ShouldBe(Treated(protein).Assayed(gene).AsOf(130).Flags);
    }

    private static AssayFact Negative(int issued, int? seen) =>
        Assay("n", 40, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: issued, specimen: "Specimen/n") with
        {
            FirstSeen = seen is { } day ? Instant(day) : null,
        };

    private static PatientBuilder Treated(AssayFact late) =>
        new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 10, 31, 52, 73, 94).Assayed(late);
}
