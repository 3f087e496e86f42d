using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>An amendment changes when a result was issued; what was said before it was said all the same (domain 2c; 4e, "as-of").</summary>
[Trait("Row", "4e/as-of-date")]
public sealed class AmendedResultsTests
{
    /// <summary>Negative issued on day 4, doses from day 20, a name corrected on day 110.</summary>
    [Fact]
    [Trait("Row", "7/F03")]
    public void AfterNegative_ClericalAmendment_LeavesTheFlag()
    {
        var patient = new PatientBuilder().Gastric().Every(Trastuzumab, 20, 104, 21).Assayed(Version(0, issued: 110, FactStanding.Amended)).Add(Former(0, issued: 4));

        patient.Episodes(DrugAfterNegativeRule.Code, 120).ShouldBe(["high active 20"]);
        patient.Said(DrugWithoutResultRule.Code, 120).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "7/F24")]
    public void Untreated_ClericalAmendmentOfThePositive_LeavesTheFlag() =>
        new PatientBuilder().Gastric().Ihc("n", -200, 0, specimen: "Specimen/n").Assayed(Version(3, issued: 110, FactStanding.Amended)).Add(Former(3, issued: 4))
            .Episodes(PositiveUntreatedRule.Code, 120).ShouldBe(["moderate active 65"]);

    /// <summary>What it says now it says from its amendment on.</summary>
    [Fact]
    public void Amendment_ThatSaysOtherwise_IsKnownFromItsOwnIssue() =>
        new PatientBuilder().Gastric().Assayed(Version(0, issued: 110, FactStanding.Amended)).Add(Former(3, issued: 4))
            .AsOf(120).History.Assessments.Single().KnownFrom.ShouldBe(Instant(110));

    /// <summary>Negative, positive, negative again: the first one says nothing of when the last one was said.</summary>
    [Fact]
    public void Amendment_BackToWhatItHadSaid_IsKnownFromItsOwnIssue() =>
        new PatientBuilder().Gastric().Assayed(Version(0, issued: 110, FactStanding.Amended)).Add(Former(0, issued: 4, replaced: 50)).Add(Former(3, issued: 50, replaced: 110))
            .AsOf(120).History.Assessments.Single().KnownFrom.ShouldBe(Instant(110));

    /// <summary>The report that dates the result is amended; it holds the same results, or one more.</summary>
    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 110)]
    public void Report_AmendedWithTheSameResults_DatesThemAsBefore(bool more, int known)
    {
        var now = new ReportFact { Source = new("DiagnosticReport", "r", "2", "x"), When = Day(0), Issued = Instant(110), Results = more ? [new("Observation/o"), new("Observation/p")] : [new("Observation/o")] };

        new PatientBuilder().Gastric().Assayed(Version(0, null, FactStanding.Final)).Add(now)
            .Add(now with { Source = now.Source with { VersionId = "1" }, Results = [new("Observation/o")], Issued = Instant(4), ReplacedAt = Instant(110) })
            .AsOf(120).History.Assessments.Single().KnownFrom.ShouldBe(Instant(known));
    }

    /// <summary>The only version known is the amended one: it had said something before.</summary>
    [Fact]
    [Trait("Row", "7/F03")]
    [Trait("Row", "7/F07")]
    public void Amended_WithoutItsFormerVersion_LeavesTheDosesBeforeItUndetermined()
    {
        var patient = new PatientBuilder().Gastric().Every(Trastuzumab, 20, 104, 21).Assayed(Version(0, issued: 110, FactStanding.Amended));

        patient.Unanswered(DrugAfterNegativeRule.Id, 120).ShouldContain("former-version-not-kept");
        patient.Said(DrugWithoutResultRule.Code, 120).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "7/F07")]
    public void Preliminary_ThatBecameFinal_WasAResultAtTheDose() =>
        new PatientBuilder().Gastric().Doses(Trastuzumab, 10).Assayed(Version(3, issued: 60, FactStanding.Final))
            .Add(Former(3, issued: 4) with { Standing = FactStanding.Preliminary, ReplacedAt = Instant(60) })
            .Said(DrugWithoutResultRule.Code, 70).ShouldBeEmpty();

    [Theory]
    [Trait("Row", "7/F03")]
    [InlineData(false, "negative-in-plasma-only")]
    [InlineData(true, "")]
    public void AfterNegative_NegativeInPlasmaOnly_IsUndetermined(bool tissue, string reason)
    {
        var patient = new PatientBuilder().Gastric().Plasma("p", 0, null, detected: false, fraction: 8).Every(Trastuzumab, 20, 104, 21);
        if (tissue)
        {
            patient.Ihc("t", 10, 3, specimen: "Specimen/t");
        }

        patient.Said(DrugAfterNegativeRule.Code, 110).ShouldBeEmpty();
        string.Join('|', patient.Unanswered(DrugAfterNegativeRule.Id, 110)).ShouldBe(reason);
    }

    /// <summary>A report in words without a specimen, dated when it was written: it tells of the biopsy of day 0.</summary>
    [Theory]
    [Trait("Row", "7/F04")]
    [InlineData(0, 2, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(29, 2, 2)]
    [InlineData(2, 1, 2)]
    public void Words_ThatRepeatTheOnlyResult_AreNoSecondOne(int day, int score, int assessments) =>
        new PatientBuilder().Gastric().Ihc("i", 0, 2, specimen: "Specimen/s")
            .Assayed(Assay("t", day, AssayMethod.Ihc, new AssayResult.Ihc(score)) with { IsNarrative = true })
            .AsOf(60).History.Assessments.Count.ShouldBe(assessments);

    [Theory]
    [Trait("Row", "7/F22")]
    [InlineData("Left breast", "low active")]
    [InlineData("Right breast", "")]
    [InlineData(null, "low active")]
    public void Surgery_OfTheOtherBreast_AsksNothing(string? site, string expected) =>
        new PatientBuilder()
            .Add(new TumourFact { Source = new("Condition", "b", "1", "code"), Kind = TumourKind.Breast, Condition = new("Condition/b"), Site = "Left breast" })
            .Ihc("i", 0, 3, site: "Left breast", specimen: "Specimen/s").Every(Trastuzumab, 10, 73, 21)
            .Add(new SurgeryFact { Source = new("Procedure", "s", "1", "Procedure"), When = Day(110), Label = "Mastectomy", Tumour = TumourKind.Breast, Site = site })
            .Said(NoRetestAfterSurgeryRule.Code, 150).ShouldBe(expected);

    private static AssayFact Version(int score, int? issued, FactStanding standing) =>
        Assay("o", 0, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/s") with { Standing = standing };

    private static AssayFact Former(int score, int issued, int replaced = 110)
    {
        var now = Version(score, issued, FactStanding.Final);
        return now with { Source = now.Source with { VersionId = "0" }, ReplacedAt = Instant(replaced) };
    }
}
