using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class MolecularAndCodingBoundaryTests
{
    [Fact]
    public void Late_WithdrawnOrPreliminary_IsSilent() =>
        Timeline.Of("H2B-19", Treated()
            .Assayed(Late("n", 5, 0, 10, 60) with { Standing = FactStanding.Preliminary })
            .Assayed(Late("m", 6, 0, 10, 60) with { Standing = FactStanding.Withdrawn })).ShouldBe("""
        
        """);
}
