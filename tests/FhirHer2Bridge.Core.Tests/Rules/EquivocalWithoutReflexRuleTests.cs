using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

[Trait("Row", "7/F04")]
public sealed class EquivocalWithoutReflexRuleTests
{
    /// <summary>Without a date, or of the month of the collection: it may be the reflex test, up to the second limit.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("2021-01")]
    public void Evaluate_AwaitedTestWithoutADay_IsWaitedForToo(string? month)
    {
        var patient = new PatientBuilder().Gastric().Ihc("i", 5, 2, specimen: "Specimen/i").Gap("pending", null);
        patient.Facts[^1] = patient.Facts[^1] with { When = month is null ? null : PatientBuilder.Month(2021, 1) };

        patient.Said(EquivocalWithoutReflexRule.Code, 30).ShouldBeEmpty();
        patient.Unanswered(EquivocalWithoutReflexRule.Id, 30).ShouldBe(["pending"]);
        patient.Said(EquivocalWithoutReflexRule.Code, 34).ShouldBe("moderate active");
        patient.Flags(EquivocalWithoutReflexRule.Code, 34).Single().Text.ShouldContain("A HER2 result is awaited");
    }

    private const string Code = EquivocalWithoutReflexRule.Code;

    [Theory]
    [Trait("Row", "5/equivocal-grace")]
    [InlineData(23, "")]
    [InlineData(24, "moderate active 24")]
    [InlineData(25, "moderate active 24")]
    public void Evaluate_NoIsh_FiresAfterTheGrace(int day, string expected) =>
        string.Join('|', Equivocal().Episodes(Code, day)).ShouldBe(expected);

    [Theory]
    [Trait("Row", "5/equivocal-grace")]
    [InlineData(37, "moderate active 24")]
    [InlineData(38, "high active 24")]
    public void Evaluate_TreatedOnItAlone_IsHighFromTheSecondLimit(int day, string expected) =>
        Equivocal().Doses(Trastuzumab, 30).Episodes(Code, day).ShouldBe([expected]);

    [Fact]
    public void Evaluate_TreatedLater_IsHighFromTheDose()
    {
        var patient = Equivocal().Doses(Trastuzumab, 60);

        patient.Episodes(Code, 59).ShouldBe(["moderate active 24"]);
        patient.AsOf(30).NextDue.ShouldNotBeNull();
        patient.Episodes(Code, 60).ShouldBe(["high active 24"]);
    }

    [Fact]
    public void Evaluate_AnotherSpecimenPositive_StaysModerate() =>
        Equivocal().Ihc("node", 0, 3, "axillary lymph node", specimen: "Specimen/node").Doses(Trastuzumab, 30)
            .Episodes(Code, 60).ShouldBe(["moderate active 24"]);

    [Fact]
    public void Evaluate_IshInTime_IsSilent() =>
        Equivocal().Ish("gene", 10, amplified: false, issued: 20, specimen: "Specimen/s").Episodes(Code, 60).ShouldBeEmpty();

    [Theory]
    [Trait("Row", "4a/ihc-2")]
    [InlineData(false, null)]
    [InlineData(null, 3.9)]
    public void Evaluate_SequencedOnlyAndNotAmplified_Fires(bool? call, double? copies) =>
        Equivocal().Assayed(Sequenced(call, copies)).Episodes(Code, 60).ShouldBe(["moderate active 24"]);

    [Fact]
    public void Evaluate_SequencedLateAndAmplified_Clears() =>
        Equivocal().Assayed(Sequenced(true, null)).Episodes(Code, 60).ShouldBe(["moderate resolved 24 to 40 reassessed"]);

    [Fact]
    public void Evaluate_IshLate_Clears() =>
        Equivocal().Ish("gene", 10, amplified: false, issued: 40, specimen: "Specimen/s").Episodes(Code, 60)
            .ShouldBe(["moderate resolved 24 to 40 reassessed"]);

    [Fact]
    public void Evaluate_LaterDeterminateTissueResult_Clears() =>
        Equivocal().Ihc("again", 45, 0, issued: 50, specimen: "Specimen/t").Episodes(Code, 60)
            .ShouldBe(["moderate resolved 24 to 50 reassessed"]);

    [Fact]
    public void Evaluate_EarlierDeterminateResult_DoesNotClear() =>
        Equivocal().Ihc("before", 5, 0, specimen: "Specimen/t").Episodes(Code, 60).ShouldBe(["moderate active 24"]);

    [Fact]
    public void Evaluate_SpecimenExhausted_HandsOver() =>
        Equivocal().Assayed(Assay("gene", 10, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), issued: 30, specimen: "Specimen/s"))
            .Episodes(Code, 60).ShouldBe(["moderate resolved 24 to 30 superseded"]);

    [Fact]
    [Trait("Row", "4e/unreadable-member")]
    public void Evaluate_UnreadableMember_IsUndetermined()
    {
        var patient = Equivocal()
            .Assayed(Assay("gene", 10, AssayMethod.Ish, new AssayResult.Inconclusive("contradictory-coding"), specimen: "Specimen/s"));

        patient.Episodes(Code, 60).ShouldBeEmpty();
        patient.Unanswered(EquivocalWithoutReflexRule.Id, 60).ShouldBe(["unreadable-member"]);
    }

    [Fact]
    [Trait("Row", "4e/unreadable-member")]
    public void Evaluate_UnreadReport_IsUndetermined() =>
        Equivocal().Gap("text-not-read", 12).Unanswered(EquivocalWithoutReflexRule.Id, 60).ShouldBe(["text-not-read"]);

    [Fact]
    public void Evaluate_UnreadReportOfAnEarlierTime_HidesNothing() =>
        Equivocal().Gap("text-not-read", 2).Episodes(Code, 60).ShouldBe(["moderate active 24"]);

    [Fact]
    public void Evaluate_TestsNotReadThrough_IsUndetermined() =>
        Equivocal().Unanswered(EquivocalWithoutReflexRule.Id, 60, new Completeness(Instant(23), Instant(60))).ShouldBe(["tests-not-read-through"]);

    [Fact]
    public void Evaluate_TestsReadThroughTheLimit_Fires() =>
        Equivocal().Episodes(Code, 60, new Completeness(Instant(24), null)).ShouldBe(["moderate active 24"]);

    [Fact]
    public void Evaluate_LaboratoryStatesEquivocal_Fires() =>
        new PatientBuilder().Breast().Stated("o", 10, Her2Status.Equivocal).Episodes(Code, 24).ShouldBe(["moderate active 24"]);

    [Fact]
    public void Evaluate_Preliminary_IsSilent() =>
        new PatientBuilder().Gastric().Assayed(Assay("p", 10, AssayMethod.Ihc, new AssayResult.Ihc(2)) with { Standing = FactStanding.Preliminary })
            .Episodes(Code, 60).ShouldBeEmpty();

    [Fact]
    public void Evaluate_Death_Ends() =>
        Equivocal().Death(40).Episodes(Code, 60).ShouldBe(["moderate resolved 24 to 40 deceased"]);

    [Fact]
    public void Evaluate_SeveralTumoursAndNeitherNamed_IsUndetermined() =>
        Equivocal().Breast().Unanswered(EquivocalWithoutReflexRule.Id, 60).ShouldContain("tumour-not-assigned");

    /// <summary>What came afterwards says how it ended; it does not change what was known when it was raised.</summary>
    [Fact]
    public void Evaluate_IshLate_SaysSoAndKeepsWhatWasKnown() =>
        Equivocal().Ish("gene", 10, amplified: true, issued: 40, specimen: "Specimen/s").Flags(Code, 60).ShouldHaveSingleItem().Text
            .ShouldBe("Ended on 2021-02-13: a gene test of the specimen became known. Until then: HER2 equivocal on 2021-01-14 (IHC 2+, stomach); "
                + "no in situ hybridisation of that specimen is on record.");

    [Theory]
    [InlineData("reread", "the specimen was read again")]
    [InlineData("later", "a later result of the tumour became known")]
    [InlineData("exhausted", "the specimen does not allow the test")]
    public void Evaluate_EndedOtherwise_SaysHow(string what, string how)
    {
        var patient = what switch
        {
            "reread" => Equivocal().Ihc("b2", 10, 3, issued: 40, specimen: "Specimen/s"),
            "later" => Equivocal().Ihc("t", 45, 0, specimen: "Specimen/t"),
            _ => Equivocal().Assayed(
                Assay("gene", 10, AssayMethod.Ish, new AssayResult.Inconclusive("specimen-unsatisfactory"), issued: 30, specimen: "Specimen/s")),
        };

        patient.Flags(Code, 60).ShouldHaveSingleItem().Text.ShouldContain($": {how}. Until then: HER2 equivocal on 2021-01-14 (IHC 2+, stomach);");
    }

    private static AssayFact Sequenced(bool? call, double? copies) => Assay(
        "ngs", 10, AssayMethod.Ngs, new AssayResult.Gene(call, Copies: copies is { } n ? new Measure((decimal)n) : null), issued: 40, specimen: "Specimen/s");

    private static PatientBuilder Equivocal() => new PatientBuilder().Gastric().Ihc("b", 10, 2, "stomach", specimen: "Specimen/s");

    /// <summary>A test that never reports must not silence the rule for ever.</summary>
    [Fact]
    [Trait("Row", "4e/unreadable-member")]
    public void Evaluate_TestAwaited_IsUndeterminedUpToTheSecondLimitOnly()
    {
        var patient = Equivocal().Gap("pending", 15);

        Timeline.Of("H2B-04", patient).ShouldStartWith("""
            24: ? pending
            38: moderate active
            """);
        patient.AsOf(38).Flags.Single(static flag => flag.Code == Code).Text.ShouldEndWith(" A HER2 result is awaited since 2021-01-19.");
    }
}
