using System.Globalization;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Tests.Rules;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Which results are read together: never those of two tumours or sides, and days are those of the clock that wrote them.</summary>
public sealed class OneTumourOneDayTests
{
    private static readonly TimeSpan Berlin = TimeSpan.FromHours(1);

    [Theory]
    [Trait("Row", "4e/several-primaries")]
    [InlineData(5, 5)]
    [InlineData(3, 5)]
    public void Group_BothBreastsOfOneDayWithoutSpecimens_StayApart(int left, int right)
    {
        var read = Breasts()
            .Assayed(Of("l", 0, 3, "Condition/left") with { Issued = Instant(left) }).Assayed(Of("r", 0, 0, "Condition/right") with { Issued = Instant(right) })
            .AsOf(10);

        read.History.Assessments.Select(static a => a.Status).ShouldBe([Positive, Negative], ignoreOrder: true);
        read.Undetermined.ShouldNotContain(static one => one.Reason == "tumour-not-assigned");
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Group_ResultOfAnotherTumourOfThatDay_IsNoReRead()
    {
        var patient = new PatientBuilder().Gastric().Breast().Ihc("g", 0, 3, site: "Stomach", issued: 5, specimen: "Specimen/g");
        patient.Facts[^1] = ((AssayFact)patient.Facts[^1]) with { Conditions = [new ResourceKey("Condition/gastric")] };
        patient.Assayed(Of("b", 0, 0, "Condition/breast") with { Issued = Instant(7) });

        patient.Said(StatusChangedRule.PositiveToNegative, 10).ShouldBeEmpty();
        patient.AsOf(10).History.Assessments.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    public void Group_LateGeneTestOfTheOtherSide_IsNoReflexTest()
    {
        var gene = Of("r", 10, 0, "Condition/right") with { Method = AssayMethod.Ish, Result = new AssayResult.Gene(true) };

        Breasts().Assayed(Of("l", 0, 2, "Condition/left") with { Specimen = new ResourceKey("Specimen/l") }).Assayed(gene)
            .AsOf(20).History.Assessments.Select(static a => a.Status).ShouldBe([Equivocal, Positive], ignoreOrder: true);
    }

    [Theory]
    [InlineData("1", "2", 2)]
    [InlineData("1", "1", 1)]
    [InlineData("1", null, 1)]
    public void Group_OneDayAndTwoLaboratoryNumbers_StayApart(string one, string? other, int assessments)
    {
        var protein = Assay("i", 0, AssayMethod.Ihc, new AssayResult.Ihc(3)) with { Accession = one };
        var gene = Assay("g", 0, AssayMethod.Ish, new AssayResult.Gene(true)) with { Accession = other };

        new PatientBuilder().Gastric().Assayed(protein).Assayed(gene).AsOf(5).History.Assessments.Count.ShouldBe(assessments);
    }

    [Theory]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData(0, "r", 1)]
    [InlineData(0, "s", 2)]
    [InlineData(1, "r", 2)]
    public void Group_GeneTestOnAnotherBlockOfTheReport_IsTheReflexTest(int day, string report, int assessments)
    {
        var patient = new PatientBuilder().Gastric().Ihc("i", 0, 2, specimen: "Specimen/a1").Ish("g", day, true, specimen: "Specimen/a2")
            .Add(Report("r", "i")).Add(report is "r" ? Report("r2", "i", "g") : Report("s", "g"));

        patient.AsOf(5).History.Assessments.Count.ShouldBe(assessments);
    }

    [Fact]
    public void Group_GeneTestOfItsOwnBlockAndTwoThatWait_StandsAlone()
    {
        var read = new PatientBuilder().Gastric().Ihc("i", 0, 2, specimen: "Specimen/a1").Ihc("j", 0, 2, specimen: "Specimen/a3")
            .Ish("g", 0, true, specimen: "Specimen/a2").Add(Report("r", "i", "j", "g")).AsOf(5).History.Assessments;

        read.Count.ShouldBe(3);
        read.ShouldAllBe(static a => !a.Notes.Contains("specimen-ambiguous"));
    }

    [Theory]
    [InlineData(AssayMethod.Ihc)]
    [InlineData(AssayMethod.Overall)]
    public void Group_EquivocalInWords_WaitsForItsGeneTest(AssayMethod method) =>
        new PatientBuilder().Breast().Assayed(Assay("i", 0, method, new AssayResult.Stated(Equivocal), specimen: "Specimen/i"))
            .Assayed(Assay("g", 10, AssayMethod.Ish, new AssayResult.Gene(true))).AsOf(20).History.Assessments.Single().Status.ShouldBe(Positive);

    /// <summary>A day without a time begins at midnight of the site; an instant carries its own distance from UTC.</summary>
    [Fact]
    public void Group_DayAndInstantOfOneLocalDay_AreOneDay()
    {
        var protein = Assay("i", 0, AssayMethod.Ihc, new AssayResult.Ihc(2)) with { When = Local(12, 9) };
        var gene = Assay("g", 0, AssayMethod.Ish, new AssayResult.Gene(true)) with { When = LocalDay(12) };

        new PatientBuilder().Gastric().Assayed(protein).Assayed(gene).AsOf(20).History.Assessments.Single().Status.ShouldBe(Positive);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    public void Doses_OfOneLocalDay_AreOneDose(int day, int doses)
    {
        var dose = new TherapyFact { Source = new SourceRef("MedicationAdministration", "a", "1", "x"), When = Local(12, 9), Drug = Trastuzumab, WasGiven = true };

        new PatientBuilder().Gastric().Add(dose).Add(dose with { Source = dose.Source with { Id = "b" }, When = LocalDay(day) })
            .AsOf(20).History.Courses.Single().Doses.ShouldBe(doses);
    }

    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void Read_ResultDatedByItsIssueOnly_IsPlacedThere()
    {
        var assessment = new PatientBuilder().Gastric().Assayed(Assay("i", 0, AssayMethod.Ihc, new AssayResult.Ihc(0)) with { When = null, Issued = Instant(137) })
            .Doses(Trastuzumab, 158).AsOf(160);

        assessment.History.Assessments.Single().When.Earliest.ShouldBe(Instant(137));
        assessment.History.Assessments.Single().When.Literal.ShouldBe("2021-05-21T00:00:00+00:00");
        assessment.Flags.ShouldContain(static flag => flag.Code == DrugAfterNegativeRule.Code);
    }

    /// <summary>The biopsy of the junction is of the carcinoma of the oesophagus that the doses are for.</summary>
    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Split_JunctionBesideAnOesophagusOfOpenHistology_IsOneTumour()
    {
        var oesophagus = new ResourceKey("Condition/c15");
        var patient = new PatientBuilder()
            .Add(new TumourFact { Source = new SourceRef("Condition", "c15", "1", "code"), Kind = TumourKind.Other, IfAdenocarcinoma = TumourKind.Gastric, Condition = oesophagus })
            .Assayed(Assay("a", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/a") with { SiteTumour = TumourKind.Gastric, AtJunction = true })
            .Assayed(Assay("b", 130, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 137, specimen: "Specimen/b") with { SiteTumour = TumourKind.Gastric, AtJunction = true });
        foreach (var day in new[] { 20, 41, 62, 83, 145 })
        {
            patient.Doses(Trastuzumab, day);
            patient.Facts[^1] = ((TherapyFact)patient.Facts[^1]) with { Conditions = [oesophagus] };
        }

        patient.Said(DrugAfterNegativeRule.Code, 150).ShouldBe("high active");
        patient.Said(TumourMismatchRule.Code, 150).ShouldBeEmpty();
    }

    /// <summary>A site alone makes a second primary from its first result on: doses before it are the other one's.</summary>
    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Split_SecondPrimaryOfASiteOnly_TakesNoEarlierDoses()
    {
        var patient = new PatientBuilder().Breast().Ihc("a", 0, 3, specimen: "Specimen/a").Doses(Trastuzumab, 10, 31, 52);
        patient.Facts[^4] = ((AssayFact)patient.Facts[^4]) with { SiteTumour = TumourKind.Breast };
        patient.Assayed(Assay("s", 200, AssayMethod.Ihc, new AssayResult.Ihc(0), specimen: "Specimen/s") with { SiteTumour = TumourKind.Gastric });

        patient.Undetermined("H2B-02", 210).ShouldNotContain("dose-not-assigned");
    }

    /// <summary>The stomach is no junction: cancers of both are a usual pair.</summary>
    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Split_StomachBesideAnOesophagusOfOpenHistology_IsAnotherTumour() =>
        new PatientBuilder()
            .Add(new TumourFact { Source = new SourceRef("Condition", "c15", "1", "code"), Kind = TumourKind.Other, IfAdenocarcinoma = TumourKind.Gastric, Condition = new("Condition/c15") })
            .Assayed(Assay("a", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/a") with { SiteTumour = TumourKind.Gastric })
            .AsOf(10).History.Assessments.Single().Tumour.ShouldBe(TumourKind.Gastric);

    /// <summary>The biopsy was taken before the dose and reported after it.</summary>
    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Split_DoseBetweenBiopsyAndReportOfASecondPrimary_IsNotTheFirstOnes()
    {
        var breast = new PatientBuilder().Breast().Ihc("n", -900, 0, specimen: "Specimen/n");
        breast.Facts[^1] = ((AssayFact)breast.Facts[^1]) with { Conditions = [new ResourceKey("Condition/breast")] };

        var patient = breast.Doses(Trastuzumab, 20)
            .Assayed(Assay("g", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 40, specimen: "Specimen/g") with { SiteTumour = TumourKind.Gastric });

        patient.Said(DrugAfterNegativeRule.Code, 60).ShouldBeEmpty();
        patient.Undetermined("H2B-03", 60).ShouldContain("dose-not-assigned");
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Split_DoseThatNamesBothTumours_IsOfNeither()
    {
        foreach (var conditions in new[] { new[] { "gastric", "breast" }, ["breast", "gastric"] })
        {
            var patient = new PatientBuilder().Gastric().Breast().Assayed(Of("g", 0, 0, "Condition/gastric")).Assayed(Of("b", 0, 3, "Condition/breast")).Doses(Trastuzumab, 10);
            patient.Facts[^1] = ((TherapyFact)patient.Facts[^1]) with { Conditions = conditions.Select(static one => new ResourceKey("Condition/" + one)).ToEquatableArray() };

            patient.Said(DrugAfterNegativeRule.Code, 20).ShouldBeEmpty();
            patient.Undetermined("H2B-03", 20).ShouldBe(["dose-not-assigned"]);
        }
    }

    /// <summary>A result of the same report that names no side belongs to neither, whatever their ids.</summary>
    [Theory]
    [Trait("Row", "4e/several-primaries")]
    [InlineData("a", "b", "c")]
    [InlineData("a", "c", "b")]
    [InlineData("c", "b", "a")]
    public void Group_ResultWithoutASideBesideBothSides_JoinsNone(string left, string right, string none)
    {
        var read = Breasts().Assayed(Of(left, 0, 3, "Condition/left")).Assayed(Of(right, 0, 0, "Condition/right"))
            .Assayed(Assay(none, 0, AssayMethod.Ish, new AssayResult.Gene(true))).Add(Report("r", left, right, none)).AsOf(5).History.Assessments;

        read.Select(static a => a.Status).ShouldBe([Positive, Negative, Indeterminate], ignoreOrder: true);
    }

    [Fact]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    public void Group_WordEquivocalBesideA2Plus_LeavesItsReflexTest() =>
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/s").Assayed(Assay("w", 2, AssayMethod.Overall, new AssayResult.Stated(Equivocal)))
            .Assayed(Assay("g", 10, AssayMethod.Ish, new AssayResult.Gene(true))).AsOf(20).History.Status.Status.ShouldBe(Positive);

    /// <summary>One dose, told by two clocks.</summary>
    [Fact]
    public void Doses_OfOneInstantInTwoZones_AreOneDose()
    {
        var tokyo = new DateTimeOffset(2021, 3, 6, 8, 30, 0, TimeSpan.FromHours(9));
        var dose = new TherapyFact { Source = new SourceRef("MedicationAdministration", "a", "1", "x"), When = Span(tokyo), Drug = Trastuzumab, WasGiven = true };

        new PatientBuilder().Gastric().Add(dose).Add(dose with { Source = dose.Source with { Id = "b" }, When = Span(tokyo.ToUniversalTime()) })
            .AsOf(100).History.Courses.Single().Doses.ShouldBe(1);
    }

    private static ClinicalTime Span(DateTimeOffset instant) =>
        new(instant, instant.AddSeconds(1), TimePrecision.Instant, instant.ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(0, false)]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public void Progression_ConditionOfTheSameWordsAgain_IsACopyOrNobodyCanTell(int after, bool asked) =>
        new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Add(Again("c1", 200)).Add(Again("c2", 200 + after))
            .Undetermined("H2B-08", 700).Contains("progression-not-dated").ShouldBe(asked);

    private static ProgressionFact Again(string id, int day) => new()
    {
        Source = new SourceRef("Condition", id, "1", "Condition.code"),
        When = Day(day),
        Label = "Local recurrence",
        Kind = ProgressionKind.LocalRecurrence,
    };

    private static PatientBuilder Breasts() => new PatientBuilder().Add(Side("left")).Add(Side("right"));

    private static TumourFact Side(string side) => new()
    {
        Source = new SourceRef("Condition", side, "1", "code"),
        Kind = TumourKind.Breast,
        Condition = new ResourceKey("Condition/" + side),
        Site = side + " breast",
    };

    private static AssayFact Of(string id, int day, int score, string condition) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score)) with { Conditions = [new ResourceKey(condition)] };

    private static ReportFact Report(string id, params string[] results) => new()
    {
        Source = new SourceRef("DiagnosticReport", id, "1", "DiagnosticReport"),
        When = Day(0),
        Results = results.Select(static result => new ResourceKey("Observation/" + result)).ToEquatableArray(),
    };

    private static ClinicalTime Local(int day, int hour)
    {
        var instant = new DateTimeOffset(2021, 1, day, hour, 0, 0, Berlin);
        return new ClinicalTime(instant, instant.AddSeconds(1), TimePrecision.Instant, instant.ToString("O", CultureInfo.InvariantCulture));
    }

    private static ClinicalTime LocalDay(int day)
    {
        var midnight = new DateTimeOffset(2021, 1, day, 0, 0, 0, Berlin);
        return new ClinicalTime(midnight, midnight.AddDays(1), TimePrecision.Day, midnight.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
