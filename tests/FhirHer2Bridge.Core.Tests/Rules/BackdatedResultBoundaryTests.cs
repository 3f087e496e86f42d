using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Rule 19: courses in one record, coarse doses, several late results, and results that nobody dated at issue.</summary>
[Trait("Row", "7/F19")]
public sealed class BackdatedResultBoundaryTests
{
    private const string Flag = "backdated-result";
    private const string Rule = "H2B-19";

    /// <summary>The course began before the negative result was known and went on after it.</summary>
    [Theory]
    [InlineData(94)]
    [InlineData(null)]
    public void Evaluate_CourseInOneRecord_IsAskedAtEveryMomentOfIt(int? end) =>
        Positive().Course(Trastuzumab, 10, end).Assayed(Late("n", 40, 0, 42, 120)).Said(Flag, 120).ShouldBe("moderate active");

    [Fact]
    public void Evaluate_CourseEndedBeforeTheResultWasKnown_IsSilent() =>
        Positive().Course(Trastuzumab, 10, 38).Assayed(Late("n", 40, 0, 42, 120)).Said(Flag, 130).ShouldBeEmpty();

    /// <summary>Of the dose only February is known; the negative result became known in it.</summary>
    [Fact]
    public void Evaluate_MonthOfDoseInWhichTheResultBecameKnown_IsUndetermined()
    {
        var patient = Positive().DoseInMonth(Trastuzumab, 2021, 2).Assayed(Late("n", 30, 0, 42, 120));

        patient.Said(Flag, 130).ShouldBeEmpty();
        patient.Undetermined(Rule, 130).ShouldBe(["order-of-dose-and-result"]);
        patient.Undetermined(Rule, 119).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_MonthOfDoseAfterTheResultBecameKnown_IsFlagged() =>
        Positive().DoseInMonth(Trastuzumab, 2021, 3).Assayed(Late("n", 30, 0, 42, 120)).Said(Flag, 130).ShouldBe("moderate active");

    /// <summary>Without the other one, each of them changes nothing.</summary>
    [Fact]
    public void Evaluate_TwoLateNegativesSeenTogether_EachHasTheDosesItDecides()
    {
        var flags = Positive().Doses(Trastuzumab, 52, 73).Assayed(Late("n", 40, 0, 42, 120)).Assayed(Late("o", 60, 0, 62, 120)).Flags(Flag, 130);

        flags.Select(static flag => flag.Evidence.Select(static source => source.Id)).ShouldBe([["n", "d52"], ["o", "d73"]]);
    }

    [Fact]
    public void Evaluate_TwoLateNegativesSeenOneAfterTheOther_IsTheFirstOnes()
    {
        var flags = Positive().Doses(Trastuzumab, 52, 73).Assayed(Late("n", 40, 0, 42, 120)).Assayed(Late("o", 60, 0, 62, 200)).Flags(Flag, 210);

        flags.ShouldHaveSingleItem().Evidence.Select(static source => source.Id).ShouldBe(["n", "d73", "d52"]);
    }

    /// <summary>The negative one was seen first, and outdone by a later positive one: what was believed last is what changes.</summary>
    [Fact]
    public void Evaluate_SecondLateResultRestoresTheStatus_IsTheSecondOnes()
    {
        var patient = Positive().Doses(Trastuzumab, 150).Assayed(Late("n", 40, 0, 42, 160)).Assayed(Late("o", 140, 3, 142, 200));

        patient.Flags(Flag, 170).ShouldBeEmpty("replayed, the second one was known at the dose");
        patient.Flags(Flag, 210).ShouldHaveSingleItem().Evidence.Select(static source => source.Id).ShouldBe(["o", "d150"]);
    }

    [Fact]
    public void Evaluate_TwoLateResultsOfWhichOneUndoesAFlaggedChange_NamesThatOne()
    {
        var patient = Positive().Ihc("n2", 200, 0, specimen: "Specimen/n2")
            .Assayed(Late("a", -50, 3, -48, 260)).Assayed(Late("n", 100, 0, 102, 260));

        patient.Flags(Flag, 261).ShouldHaveSingleItem().Evidence.Select(static source => source.Id).ShouldBe(["n"]);
    }

    [Theory]
    [InlineData(70, "")]
    [InlineData(71, "issue-unknown")]
    public void Evaluate_NobodySaysWhenItWasIssued_IsUndeterminedWhereItMayBeLate(int seen, string expected)
    {
        var patient = Positive().Doses(Trastuzumab, 52).Assayed(Late("n", 40, 0, 0, seen) with { Issued = null });

        patient.Said(Flag, 130).ShouldBeEmpty();
        string.Join('|', patient.Undetermined(Rule, 130)).ShouldBe(expected);
        patient.Undetermined(Rule, seen - 1).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_NobodySaysWhenItWasIssuedAndNothingHangsOnIt_IsNoQuestion() =>
        Positive().Doses(Trastuzumab, 52).Assayed(Late("n", 40, 3, 0, 120) with { Issued = null }).Undetermined(Rule, 130).ShouldBeEmpty();

    [Fact]
    public void Timeline_CourseAndTwoLateResults_AnnouncesEveryChange() =>
        Timeline.Of(Rule, Positive().Course(Trastuzumab, 10, 94).Assayed(Late("n", 40, 0, 42, 120)).Assayed(Late("o", 60, 0, 62, 130))).ShouldBe("""
        120: moderate active
        486: moderate resolved historical 120 to 486
        """);

    private static AssayFact Late(string id, int day, int score, int issued, int seen) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/" + id) with { FirstSeen = Instant(seen) };

    private static PatientBuilder Positive() => new PatientBuilder().Gastric(-160).Ihc("p", -100, 3, specimen: "Specimen/p");
}
