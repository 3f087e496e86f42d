using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

public sealed partial class ClusteringBoundaryTests
{
    [Fact]
    public void Group_StainAndGeneTestOfOneMonth_AreOneExamination() =>
        new PatientBuilder().Breast()
            .Assayed(Ihc("i", 0, 2) with { Specimen = new("Specimen/i"), When = Month(2021, 2) })
            .Assayed(Call("g", 0) with { When = Month(2021, 2) })
            .AsOf(100).History.Assessments.Single().Status.ShouldBe(Positive);

    [Theory]
    [InlineData(28, 1)]
    [InlineData(29, 2)]
    public void Group_LateGeneTestAfterACompanion_IsCountedFromTheStain(int day, int assessments) =>
        new PatientBuilder().Breast()
            .Assayed(Ihc("i", 0, 2) with { Accession = "lab|7" })
            .Assayed(Assay("n", 10, AssayMethod.Ngs, new AssayResult.Gene(false)) with { Accession = "lab|7" })
            .Assayed(Call("g", day))
            .AsOf(100).History.Assessments.Count.ShouldBe(assessments);

    [Theory]
    [InlineData(null, "breast", 1)]
    [InlineData("breast", null, 1)]
    [InlineData("breast", "liver", 2)]
    public void Group_TwoResultsOfOneDay_AreOneWhereOneNamesNoSite(string? stained, string? tested, int assessments) =>
        new PatientBuilder().Breast()
            .Assayed(Ihc("a", 0, 1) with { Site = stained })
            .Assayed(Call("b", 0) with { Site = tested })
            .AsOf(100).History.Assessments.Count.ShouldBe(assessments);
}
