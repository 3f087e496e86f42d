namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class SpecimensBoundaryTests
{
    [Fact]
    public void Discordant_LaterPlasma_TakesNoPlace() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Plasma("p", 200, null, detected: false)).ShouldBe("""
        20: moderate active
        386: moderate resolved historical 20 to 386
        """);

    [Fact]
    public void Discordant_LaterTissue_TakesItsPlace() =>
        Timeline.Of("H2B-05", Gastric()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 20, 0, specimen: "Specimen/b")
            .Ihc("c", 200, 0, specimen: "Specimen/c")).ShouldBe("""
        20: moderate active
        200: moderate resolved superseded 20 to 200
        """);
}
