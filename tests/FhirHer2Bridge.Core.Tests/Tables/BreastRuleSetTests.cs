using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Facts.Her2Status;

namespace FhirHer2Bridge.Core.Tests.Tables;

/// <summary>The rules of the result date (reference 4c, "rule set by result date").</summary>
public sealed class BreastRuleSetTests
{
    // Days from 2021-01-04.
    private const int Last2006 = -5118;
    private const int First2007 = -5117;
    private const int Last2007Rules = -2647;
    private const int First2013Rules = -2646;
    private const int Last2013Rules = -951;
    private const int First2018Rules = -950;

    [Theory]
    [Trait("Row", "4c/rules-2007")]
    [InlineData(2, "2.3", null, Positive)]
    [InlineData(2, "2.2", null, Equivocal)]
    [InlineData(2, "1.8", null, Equivocal)]
    [InlineData(2, "1.7", null, Negative)]
    [InlineData(2, null, "6.1", Positive)]
    [InlineData(2, null, "6.0", Equivocal)]
    [InlineData(2, null, "3.9", Negative)]
    [InlineData(null, "2.3", null, Positive)]
    [InlineData(null, ">2.2", null, Positive)]
    [InlineData(null, "<1.8", null, Negative)]
    [InlineData(3, "1.7", null, Positive)]
    [InlineData(1, "1.7", null, Negative)]
    [InlineData(1, "2.3", null, Indeterminate)]
    public void Read_2007Rules_RatioAbove22CopiesAbove6(int? ihc, string? ratio, string? copies, Her2Status expected)
    {
        foreach (var day in new[] { First2007, Last2007Rules })
        {
            OneSpecimen.Breast(day).Ihc(ihc).Counts(ratio, copies).Status.ShouldBe(expected);
        }
    }

    [Theory]
    [Trait("Row", "4c/rules-2013")]
    [InlineData(Last2006)]
    [InlineData(First2013Rules)]
    [InlineData(Last2013Rules)]
    public void Read_UnverifiedRules_TakesTheLaboratorysStatementAndRecomputesNothing(int day)
    {
        OneSpecimen.Breast(day).Counts("2.5", "6.5").Status.ShouldBe(Indeterminate);
        OneSpecimen.Breast(day).Ihc(2).Counts("2.5", "6.5").Read().Notes.ShouldContain("rule-set-unverified");
        OneSpecimen.Breast(day).Ihc(2).Counts("2.5", "6.5").Call(true).Status.ShouldBe(Positive);
        OneSpecimen.Breast(day).Ihc(3).Status.ShouldBe(Positive, "a score is the laboratory's own word");

        var stated = OneSpecimen.Breast(day).Ihc(2).Counts("1.1", "2.0").Stated(Positive);
        stated.Status.ShouldBe(Positive);
        stated.Read().Recomputed.ShouldBeNull();
        stated.Mismatches().ShouldBeEmpty();
        OneSpecimen.Breast(day).Ihc(1).Call(true).Mismatches().ShouldBeEmpty();
    }

    [Theory]
    [Trait("Row", "4c/rules-2018")]
    [InlineData(First2018Rules)]
    [InlineData(0)]
    public void Read_2018Rules_ReadTheFiveGroups(int day)
    {
        OneSpecimen.Breast(day).Ihc(2).Counts("2.1", "4.5").Status.ShouldBe(Positive);
        OneSpecimen.Breast(day).Ihc(2).Counts("2.1", "3.5").Status.ShouldBe(Negative);
    }

    [Fact]
    [Trait("Row", "4c/rules-2018")]
    [Trait("Row", "4e/partial-dates")]
    public void Read_YearThatSpansTwoRuleSets_RecomputesNothing()
    {
        var year = new ClinicalTime(
            new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero), TimePrecision.Year, "2018");
        var fact = PatientBuilder.Assay("r", 0, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(2.5m), new Measure(6.5m))) with { When = year };

        var read = new PatientBuilder().Breast().Assayed(fact).AsOf(0).History.Assessments.Single();

        read.Status.ShouldBe(Indeterminate);
        read.Notes.ShouldContain("rule-set-unverified");
    }

    [Fact]
    [Trait("Row", "4c/rules-2018")]
    public void Read_BlockOf2012TestedIn2024_IsReadByTheRulesOf2024()
    {
        const int In2012 = -3000;
        const int In2024 = 1200;

        OneSpecimen.Breast(In2012).Ihc(2).Counts("2.1", "4.5").Status.ShouldBe(Equivocal);
        OneSpecimen.Breast(In2012).Ihc(2, In2024 - In2012).Counts("2.1", "4.5", issued: In2024 - In2012).Read(5000).Status.ShouldBe(Positive);
    }

    [Theory]
    [Trait("Row", "4c/rules-2018")]
    [InlineData(10, Indeterminate)]
    [InlineData(11, Positive)]
    [InlineData(16, Positive)]
    public void Read_CollectedBeforeTheRulesOf2018_TheDayOfTheResultChooses(int issued, Her2Status expected)
    {
        const int TenDaysBefore = First2018Rules - 10;

        OneSpecimen.Breast(TenDaysBefore).Ihc(2).Counts("2.5", "6.5", issued: issued).Status.ShouldBe(expected);
    }

    [Fact]
    [Trait("Row", "4c/rules-2018")]
    public void Read_IssuedByItsReportOnly_TheReportsDayChooses()
    {
        var fact = PatientBuilder.Assay("r", First2018Rules - 10, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(2.5m), new Measure(6.5m)));
        var report = new ReportFact
        {
            Source = new SourceRef("DiagnosticReport", "dr", "1", "DiagnosticReport"),
            Results = [fact.Source.Key],
            Issued = PatientBuilder.Instant(First2018Rules + 5),
        };

        new PatientBuilder().Breast().Assayed(fact).Add(report).AsOf(0).History.Assessments.Single().Status.ShouldBe(Positive);
        new PatientBuilder().Breast().Assayed(fact).AsOf(0).History.Assessments.Single().Status.ShouldBe(Indeterminate);
    }

    [Fact]
    [Trait("Row", "4c/rules-2007")]
    public void Read_AddendumToAnOldBlock_LeavesItsOldCountsToTheirRules()
    {
        var specimen = OneSpecimen.Breast(Last2007Rules - 10).Ihc(2).Counts("2.1", "4.5").Ngs(true, issued: 4000);

        specimen.Read(4100).Status.ShouldBe(Positive, "the ratio was equivocal in its time; sequencing shows the amplification");
        OneSpecimen.Breast(Last2007Rules - 10).Ihc(2).Counts("2.1", "4.5").Stated(Equivocal, issued: 4000).Read(4100).Status.ShouldBe(Equivocal);
    }

    [Fact]
    [Trait("Row", "4c/rules-2007")]
    public void Read_2007StatedAgainstItsCounts_IsAMismatch() =>
        OneSpecimen.Breast(First2007).Ihc(2).Counts("1.2").Stated(Positive).Mismatches(30).ShouldBe(["active"]);
}
