using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Which results are one examination: by specimen, else by report, accession or reference, else by site and day.</summary>
public sealed partial class ClusteringBoundaryTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(27, true)]
    [InlineData(28, true)]
    [InlineData(29, false)]
    [InlineData(-28, true)]
    [InlineData(-29, false)]
    public void Group_TwoMethodsOfOneReport_AreOneExaminationUpToTheDaysOfAReflexTest(int day, bool together)
    {
        var patient = new PatientBuilder().Breast().Assayed(Ihc("i", 0, 2) with { Site = "breast" }).Assayed(Call("g", day) with { Site = "axilla" })
            .Add(Report("r", "Observation/i", "Observation/g"));

        Members(patient).ShouldBe(together ? ["Observation/g+Observation/i"] : ["Observation/g", "Observation/i"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(0, 2, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, 3, false)]
    public void Group_CumulativeReport_JoinsNoTwoStainsOfDifferentDays(int day, int score, bool together)
    {
        var patient = new PatientBuilder().Breast().Assayed(Ihc("a", 0, 2)).Assayed(Ihc("b", day, score)).Add(Report("r", "Observation/a", "Observation/b"));

        Members(patient).Length.ShouldBe(together ? 1 : 2);
    }

    [Fact]
    public void Group_SameAccessionOrReference_IsOneExamination()
    {
        Members(new PatientBuilder().Breast().Assayed(Ihc("a", 0, 2) with { Accession = "lab|7" }).Assayed(Call("b", 9) with { Accession = "lab|7" }))
            .ShouldBe(["Observation/a+Observation/b"]);
        Members(new PatientBuilder().Breast().Assayed(Ihc("a", 0, 1) with { Accession = "lab|7" }).Assayed(Call("b", 9) with { Accession = "lab|8" }))
            .Length.ShouldBe(2);
        Members(new PatientBuilder().Breast().Assayed(Ihc("a", 0, 1)).Assayed(Call("b", 9) with { Related = [new("Observation/a")] }))
            .ShouldBe(["Observation/a+Observation/b"]);
        Members(new PatientBuilder().Breast().Assayed(Ihc("a", 0, 1)).Assayed(Call("b", 9) with { Accession = "lab|7" })
                .Add(Report("r", "Observation/a") with { Accession = "lab|7" }))
            .ShouldBe(["Observation/a+Observation/b"]);
    }

    [Fact]
    public void Group_PlasmaAndTissueOfOneReportOrDay_AreReadApart()
    {
        var plasma = Assay("p", 0, AssayMethod.Ngs, new AssayResult.Gene(true)) with { Material = SpecimenKind.Plasma };

        Members(new PatientBuilder().Breast().Assayed(Ihc("t", 0, 1)).Assayed(plasma).Add(Report("r", "Observation/t", "Observation/p"))).Length.ShouldBe(2);
        Members(new PatientBuilder().Breast().Assayed(Ihc("t", 0, 1)).Assayed(plasma)).Length.ShouldBe(2);
        Members(new PatientBuilder().Breast().Assayed(plasma).Assayed(plasma with { Source = plasma.Source with { Id = "q" } })).Length.ShouldBe(1);
        Members(new PatientBuilder().Breast().Assayed(plasma with { Accession = "lab|7" })
            .Assayed(plasma with { Source = plasma.Source with { Id = "q" }, Accession = "lab|7" })).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("stomach", "Stomach", true)]
    [InlineData("stomach", null, true)]
    [InlineData(null, "stomach", true)]
    [InlineData(null, null, true)]
    [InlineData("stomach", "liver", false)]
    public void Group_OneDayWithoutASpecimen_IsOneExaminationWhereTheSitesMayBeTheSame(string? one, string? other, bool together) =>
        Members(new PatientBuilder().Breast().Assayed(Ihc("a", 0, 2) with { Site = one }).Assayed(Call("b", 0) with { Site = other }))
            .Length.ShouldBe(together ? 1 : 2);

    [Fact]
    public void Group_OnlyTheMonthIsKnown_IsNoDay()
    {
        var (ihc, call) = (Ihc("a", 0, 1) with { When = Month(2021, 1) }, Call("b", 0) with { When = Month(2021, 1) });

        Members(new PatientBuilder().Breast().Assayed(ihc).Assayed(call)).Length.ShouldBe(2);
        Members(new PatientBuilder().Breast().Assayed(ihc with { When = Day(-3) }).Assayed(call)).Length.ShouldBe(2);
        Members(new PatientBuilder().Breast().Assayed(ihc).Assayed(call with { When = Day(-3) })).Length.ShouldBe(2);
        Members(new PatientBuilder().Breast().Assayed(ihc with { When = Day(-3) }).Assayed(call with { When = Day(-3) })).Length.ShouldBe(1);
    }

    [Fact]
    public void Group_ReportBindsTwoExaminationsOfOneDay_TheyAreOne()
    {
        var patient = new PatientBuilder().Breast().Assayed(Ihc("a", 0, 2) with { Site = "left", Accession = "lab|1" })
            .Assayed(Call("b", 0) with { Site = "axilla", Accession = "lab|2" })
            .Assayed(Assay("c", 0, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(2.4m))) with { Site = "other", Related = [new("Observation/a"), new("Observation/b")] });

        Members(patient).ShouldBe(["Observation/a+Observation/b+Observation/c"]);
    }

    [Fact]
    [Trait("Row", "4e/unreadable-member")]
    public void Group_ResultThatMayBelongToTwoSpecimens_BelongsToNoneAndDecidesNothing()
    {
        var read = new PatientBuilder().Breast().Ihc("a", 0, 2, specimen: "Specimen/a").Ihc("b", 0, 2, specimen: "Specimen/b").Assayed(Call("g", 0))
            .AsOf(100).History.Assessments;

        read.Count.ShouldBe(3);
        var open = read.Single(static a => a.Evidence.Any(static e => e.Id == "g"));
        open.Status.ShouldBe(Indeterminate);
        open.Notes.ShouldContain("specimen-ambiguous");
        read.Count(static a => a.Status == Equivocal).ShouldBe(2);
    }

    [Theory]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(28, true)]
    [InlineData(29, false)]
    public void Group_GeneTestWithoutASpecimen_IsTheReflexOfTheOnly2UpTo28DaysBefore(int day, bool joined)
    {
        var read = new PatientBuilder().Breast().Ihc("i", 0, 2, site: "breast", specimen: "Specimen/i").Assayed(Call("g", day))
            .AsOf(100).History.Assessments;

        read.Count.ShouldBe(joined ? 1 : 2);
        read.Single(static a => a.Evidence.Any(static e => e.Id == "i")).Status.ShouldBe(joined ? Positive : Equivocal);
        read.Any(static a => a.Notes.Contains("specimen-assumed")).ShouldBe(joined && day > 0);
    }

    [Theory]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData(1)]
    [InlineData(3)]
    public void Group_LateGeneTestBesideAnotherScore_IsNoReflexTest(int score) =>
        new PatientBuilder().Breast().Ihc("i", 0, score, specimen: "Specimen/i").Assayed(Call("g", 5)).AsOf(100).History.Assessments.Count.ShouldBe(2);

    [Fact]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    public void Group_LateGeneTestAnd2ThatHasItsOwn_IsNoReflexTest()
    {
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i").Ish("own", 0, false, specimen: "Specimen/i").Assayed(Call("g", 5))
            .AsOf(100).History.Assessments.Count.ShouldBe(2);
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i").Assayed(Cells("n", "Specimen/i")).Assayed(Call("g", 5))
            .AsOf(100).History.Assessments.Count.ShouldBe(1, "cells counted are no gene test");
    }

    [Fact]
    [Trait("Row", "4e/unreadable-member")]
    public void Group_LateGeneTestAndTwoThatWait_BelongsToNeither()
    {
        var read = new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i").Ihc("j", 1, 2, specimen: "Specimen/j").Assayed(Call("g", 5))
            .AsOf(100).History.Assessments;

        read.Count.ShouldBe(3);
        read.Single(static a => a.Evidence.Any(static e => e.Id == "g")).Notes.ShouldContain("specimen-ambiguous");
    }

    [Theory]
    [InlineData("breast", "breast", true)]
    [InlineData("breast", "BREAST", true)]
    [InlineData("breast", null, true)]
    [InlineData("breast", "liver", false)]
    public void Group_LateGeneTestOfAnotherSite_IsNoReflexTest(string stained, string? tested, bool joined) =>
        new PatientBuilder().Breast().Ihc("i", 0, 2, site: stained, specimen: "Specimen/i").Assayed(Call("g", 5) with { Site = tested })
            .AsOf(100).History.Assessments.Count.ShouldBe(joined ? 1 : 2);

    [Theory]
    [InlineData(TumourKind.Breast, TumourKind.Breast, true)]
    [InlineData(TumourKind.Breast, TumourKind.None, true)]
    [InlineData(TumourKind.None, TumourKind.Breast, true)]
    [InlineData(TumourKind.Breast, TumourKind.Gastric, false)]
    public void Group_LateGeneTestOfAnotherTumour_IsNoReflexTest(TumourKind stained, TumourKind tested, bool joined) =>
        new PatientBuilder().Breast().Assayed(Ihc("i", 0, 2) with { Specimen = new("Specimen/i"), SiteTumour = stained })
            .Assayed(Call("g", 5) with { SiteTumour = tested }).AsOf(100).History.Assessments.Count.ShouldBe(joined ? 1 : 2);

    [Fact]
    public void Group_GeneTestOnItsOwnSpecimenOrBySequencing_JoinsNoOther()
    {
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i").Ish("g", 5, true, specimen: "Specimen/g").AsOf(100).History.Assessments.Count.ShouldBe(2);
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i")
            .Assayed(Assay("g", 5, AssayMethod.Ngs, new AssayResult.Gene(true))).AsOf(100).History.Assessments.Count.ShouldBe(2);
    }

    [Fact]
    public void Group_HybridisationAfterASequenced2_IsStillItsReflexTest() =>
        new PatientBuilder().Breast().Ihc("i", 0, 2, specimen: "Specimen/i")
            .Assayed(Assay("n", 0, AssayMethod.Ngs, new AssayResult.Gene(false), specimen: "Specimen/i")).Ish("g", 5, true)
            .AsOf(100).History.Assessments.Single().Status.ShouldBe(Positive);

    [Fact]
    public void Group_CellsCountedAlone_AreNoAssessment()
    {
        new PatientBuilder().Breast().Assayed(Cells("n", "Specimen/n")).AsOf(100).History.Assessments.ShouldBeEmpty();
        new PatientBuilder().Breast().Assayed(Cells("n", "Specimen/n")).Ihc("i", 0, 3, specimen: "Specimen/n").AsOf(100).History.Assessments
            .Single().Evidence.Select(static e => e.Id).ShouldBe(["i", "n"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Row", "7/F15")]
    public void Group_WithdrawnResults_AreListedByThemselvesAndShapeNothing()
    {
        var wrong = Ihc("w", 0, 3) with { Specimen = new("Specimen/s"), Standing = FactStanding.Withdrawn };

        var read = new PatientBuilder().Breast().Ihc("i", 0, 1, specimen: "Specimen/s").Assayed(wrong)
            .Assayed(wrong with { Source = wrong.Source with { Id = "v" }, Method = AssayMethod.Ish, Result = new AssayResult.Gene(true) })
            .Assayed(wrong with { Source = wrong.Source with { Id = "u" }, Specimen = null }).AsOf(100).History.Assessments;

        read.Select(static a => string.Join('+', a.Evidence.Select(static e => e.Id)) + " " + a.Standing)
            .ShouldBe(["i Final", "v+w Withdrawn", "u Withdrawn"], ignoreOrder: true);
        read.Single(static a => a.Standing == FactStanding.Final).Status.ShouldBe(Negative);
    }

    private static string[] Members(PatientBuilder patient) =>
        [.. patient.AsOf(100).History.Assessments.Select(static a => string.Join('+', a.Evidence.Select(static e => e.Key.Value).Order(StringComparer.Ordinal)))];

    private static AssayFact Ihc(string id, int day, int score) => Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score));

    private static AssayFact Call(string id, int day) => Assay(id, day, AssayMethod.Ish, new AssayResult.Gene(true));

    private static AssayFact Cells(string id, string specimen) =>
        Assay(id, 0, AssayMethod.Ish, new AssayResult.Gene(null, Cells: new Measure(60m)), specimen: specimen);

    private static ReportFact Report(string id, params string[] results) => new()
    {
        Source = new SourceRef("DiagnosticReport", id, "1", "DiagnosticReport"),
        Results = results.Select(static key => new ResourceKey(key)).ToEquatableArray(),
    };
}
