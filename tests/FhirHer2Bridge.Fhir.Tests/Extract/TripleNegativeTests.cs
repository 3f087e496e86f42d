using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>A tumour named by its receptors in an Observation that does not name HER2.</summary>
public sealed class TripleNegativeTests
{
    [Theory]
    [InlineData("\"valueString\":\"Triple negative breast cancer\"")]
    [InlineData("\"valueCodeableConcept\":{\"text\":\"Triple-negative carcinoma\"}")]
    [InlineData("\"note\":[{\"text\":\"The tumour is triple negative.\"}]")]
    public void Observation_TripleNegativeInWords_IsATentativeNegative(string value)
    {
        var fact = Reads.Loinc("11502-2", value).Assays().ShouldHaveSingleItem();

        fact.Result.ShouldBe(new AssayResult.Stated(Her2Status.Negative));
        fact.IsTentative.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"valueString\":\"Triple therapy given\"")]
    [InlineData("\"note\":[{\"text\":\"Read in triplicate.\"}]")]
    public void Observation_TripleOfSomethingElse_IsNothing(string value)
    {
        var extraction = Reads.Loinc("11502-2", value);

        extraction.Facts.ShouldNotContain(static fact => fact is AssayFact || fact is GapFact);
        extraction.InScope.ShouldBeFalse();
    }
}
