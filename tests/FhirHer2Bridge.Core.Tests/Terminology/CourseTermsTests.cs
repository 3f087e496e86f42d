using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class CourseTermsTests
{
    [Theory]
    [InlineData(Codes.Snomed, "363349007", TumourKind.Gastric)]
    [InlineData(Codes.Snomed, "878807001", TumourKind.Gastric)]
    [InlineData(Codes.Snomed, "254837009", TumourKind.Breast)]
    [InlineData(Codes.Snomed, "431396003", TumourKind.Breast)]
    [InlineData(Codes.Snomed, "363402007", TumourKind.Other)]
    [InlineData(Codes.Snomed, "44054006", TumourKind.None)]
    [InlineData(Codes.Icd10, "C16.0", TumourKind.Gastric)]
    [InlineData(Codes.Icd10, "C50.412", TumourKind.Breast)]
    [InlineData("http://fhir.de/CodeSystem/bfarm/icd-10-gm", "C50.9", TumourKind.Breast)]
    [InlineData(Codes.Icd10, "C18.7", TumourKind.Other)]
    [InlineData(Codes.Icd10, "C78.7", TumourKind.None)]
    [InlineData(Codes.Icd10, "C80.1", TumourKind.None)]
    [InlineData(Codes.Icd10, "I10", TumourKind.None)]
    [InlineData(Codes.Loinc, "C50", TumourKind.None)]
    public void Tumour_Code_IsItsOrgan(string system, string code, TumourKind expected) =>
        Terms.Embedded.Tumour(system, code).ShouldBe(expected);

    [Theory]
    [InlineData("271299001", "Patient's condition worsened")]
    [InlineData("419835002", "Tumor progression")]
    [InlineData("314961003", "Local recurrence of malignant tumor of stomach")]
    [InlineData("266721009", "No response to treatment")]
    [InlineData("359746009", null)]
    [InlineData("260388006", null)]
    [InlineData("399409002", null)]
    public void Progression_Code_IsLabelledOrNone(string code, string? label) =>
        Terms.Embedded.Progression(Codes.Snomed, code).ShouldBe(label);

    [Theory]
    [InlineData(Codes.Snomed, "55440008", true)]
    [InlineData(Codes.Snomed, "258228008", true)]
    [InlineData(Codes.Snomed, "94381002", true)]
    [InlineData(Codes.Icd10, "C79.31", true)]
    [InlineData(Codes.Snomed, "30893008", false)]
    [InlineData(Codes.Icd10, "C77.3", null)]
    [InlineData(Codes.Snomed, "363349007", null)]
    public void Spread_Code_SaysMetastaticOrNotOrNothing(string system, string code, bool? expected) =>
        Terms.Embedded.Spread(system, code).ShouldBe(expected);

    [Theory]
    [InlineData("53442002", TumourKind.Gastric)]
    [InlineData("26452005", TumourKind.Gastric)]
    [InlineData("392021009", TumourKind.Breast)]
    public void Surgery_Code_IsItsOrgan(string code, TumourKind expected) =>
        Terms.Embedded.Surgery(Codes.Snomed, code)!.Tumour.ShouldBe(expected);

    [Theory]
    [InlineData("Plasma", SpecimenKind.Plasma)]
    [InlineData("liquid biopsy (ctDNA)", SpecimenKind.Plasma)]
    [InlineData("Whole blood", SpecimenKind.Plasma)]
    [InlineData("Vollblut", SpecimenKind.Plasma)]
    [InlineData("Serum", SpecimenKind.Serum)]
    [InlineData("Gastric biopsy", SpecimenKind.Tissue)]
    [InlineData("Mammabiopsie", SpecimenKind.Tissue)]
    [InlineData("FFPE tumor block", SpecimenKind.Tissue)]
    [InlineData("Ascites cell block", SpecimenKind.Tissue)]
    [InlineData("plasma cell infiltrate, biopsy", SpecimenKind.Tissue)]
    [InlineData("胃生検", SpecimenKind.Tissue)]
    [InlineData("specimen", SpecimenKind.Unstated)]
    [InlineData(null, SpecimenKind.Unstated)]
    public void SpecimenKindOf_Words_SayTheMaterial(string? text, SpecimenKind expected) =>
        Terms.Embedded.SpecimenKindOf(null, null, text).ShouldBe(expected);

    [Theory]
    [InlineData("Stomach, antrum", TumourKind.Gastric)]
    [InlineData("Gastroesophageal junction", TumourKind.Gastric)]
    [InlineData("estómago", TumourKind.Gastric)]
    [InlineData("胃", TumourKind.Gastric)]
    [InlineData("left breast", TumourKind.Breast)]
    [InlineData("Mamma rechts", TumourKind.Breast)]
    [InlineData("乳腺", TumourKind.Breast)]
    [InlineData("axillary lymph node", TumourKind.None)]
    [InlineData("liver", TumourKind.None)]
    [InlineData("cardiac muscle", TumourKind.None)]
    [InlineData("breast or stomach", TumourKind.None)]
    [InlineData(null, TumourKind.None)]
    public void SiteTumour_Words_SayTheOrganOrNothing(string? text, TumourKind expected) =>
        Terms.Embedded.SiteTumour(null, null, text).ShouldBe(expected);
}
