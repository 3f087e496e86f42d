using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.R4;

public sealed class ReferenceReaderTests
{
    private readonly ReferenceReader _reader = new(
        "Observation/o1",
        Reads.Base,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["urn:uuid:7b0c"] = "Specimen/s7", ["urn:oid:1.2.3"] = "Specimen/s8" });

    [Theory]
    [InlineData("#sp", "Observation/o1#sp")]
    [InlineData("#", "Observation/o1")]
    [InlineData("Specimen/s1", "Specimen/s1")]
    [InlineData("Specimen/s1/_history/3", "Specimen/s1")]
    [InlineData("https://ehr.example.org/fhir/Specimen/s1", "Specimen/s1")]
    [InlineData("https://ehr.example.org/fhir/Specimen/s1/_history/2", "Specimen/s1")]
    [InlineData("urn:uuid:7b0c", "Specimen/s7")]
    [InlineData("urn:oid:1.2.3", "Specimen/s8")]
    public void Read_FormThatCanBeTold_GivesTheKey(string literal, string key)
    {
        var view = Read($$"""{"reference":"{{literal}}"}""");

        view.Key.ShouldBe(key);
        view.IsElsewhere.ShouldBeFalse();
    }

    [Theory]
    [InlineData("https://other.example.org/fhir/Specimen/s1")]
    [InlineData("urn:uuid:unknown")]
    [InlineData("Specimen")]
    [InlineData("Specimen/a/b")]
    [InlineData("../Specimen/s1")]
    public void Read_Elsewhere_IsNotFollowed(string literal)
    {
        var view = Read($$"""{"reference":"{{literal}}"}""");

        view.Key.ShouldBeNull();
        view.IsElsewhere.ShouldBeTrue();
    }

    [Fact]
    public void Read_IdentifierOnly_KeepsSystemAndValue()
    {
        var view = Read("""{"identifier":{"system":"urn:oid:1.2","value":"17"},"display":"somebody"}""");

        view.ShouldBe(new ReferenceView { IdentifierSystem = "urn:oid:1.2", IdentifierValue = "17", Display = "somebody" });
    }

    [Fact]
    public void Read_ConditionalReference_IsAnIdentifier()
    {
        var view = Read("""{"reference":"Patient?identifier=urn:oid:1.2%7C17"}""");

        view.ShouldBe(new ReferenceView { IdentifierSystem = "urn:oid:1.2", IdentifierValue = "17" });
    }

    private ReferenceView Read(string json) => _reader.Read(JsonElement.Parse(json));
}
