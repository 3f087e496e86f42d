using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Cancer of the oesophagus is read by the gastric rules where it is said to be adenocarcinoma, and only there (domain 1c).</summary>
public sealed class OesophagusTests
{
    private const string Sct = """
        {"system":"http://snomed.info/sct","code":"363402007"}
        """;

    private const string Icd = """
        {"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C15.5"}
        """;

    private const string Junction = """
        {"system":"http://snomed.info/sct","code":"721628002"}
        """;

    [Theory]
    [InlineData(Sct, "Adenocarcinoma of the lower oesophagus", TumourKind.Gastric)]
    [InlineData(Icd, "Adenokarzinom des Ösophagus", TumourKind.Gastric)]
    [InlineData(Sct, "食道腺癌", TumourKind.Gastric)]
    [InlineData(Sct + "," + Junction, "", TumourKind.Gastric)]
    [InlineData(Icd + "," + Junction, "", TumourKind.Gastric)]
    [InlineData(Sct, "", TumourKind.Other)]
    [InlineData(Sct, "Malignant tumour of oesophagus", TumourKind.Other)]
    [InlineData(Icd, "Squamous cell carcinoma, no adenocarcinoma", TumourKind.Other)]
    [InlineData(Sct, "not an adenocarcinoma", TumourKind.Other)]
    public void Condition_OfTheOesophagus_IsGastricOnlyWhereTheHistologyIsSaid(string codings, string text, TumourKind expected) =>
        KindOf(codings, text, "").ShouldBe(expected);

    [Fact]
    public void Condition_HistologyBesideTheCode_IsHeard() => KindOf(Sct, "", """
        "extension":[{"url":"http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior","valueCodeableConcept":{"coding":[{"display":"Adenocarcinoma, no subtype"}]}}],
        """).ShouldBe(TumourKind.Gastric);

    [Fact]
    public void Condition_AdenocarcinomaOfAnotherOrgan_StaysWhatItsCodeSays() =>
        KindOf("""{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"C34.1"}""", "Adenocarcinoma of lung", "").ShouldBe(TumourKind.Other);

    private static TumourKind KindOf(string codings, string text, string more) => Reads.Json($$"""
        {"resourceType":"Condition","id":"c1",{{Reads.Subject}},{{more}}"code":{"text":"{{text}}","coding":[{{codings}}]} }
        """).Facts.OfType<TumourFact>().ShouldHaveSingleItem().Kind;
}
