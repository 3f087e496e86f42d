using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>Tables 1a (methods), 1b and 1c (reports) of the domain notes, row by row.</summary>
public sealed class GenomicTermsTests
{
    private const string Reporting = "http://hl7.org/fhir/uv/genomics-reporting/CodeSystem/tbd-codes-cs";
    private const string Sections = "http://terminology.hl7.org/CodeSystem/v2-0074";

    [Theory]
    [InlineData("1234806008", AssayMethod.Ihc)]
    [InlineData("117617002", AssayMethod.Ihc)]
    [InlineData("1303773004", AssayMethod.Ish)]
    [InlineData("271299001", null)]
    public void Method_SnomedCode_IsTheAssay(string code, AssayMethod? expected) =>
        Terms.Embedded.Method(Codes.Snomed, code).ShouldBe(expected);

    [Theory]
    [InlineData(Codes.Loinc, "48018-6", VariantPart.Gene)]
    [InlineData(Codes.Loinc, "82155-3", VariantPart.CopyNumber)]
    [InlineData(Codes.Loinc, "48019-4", VariantPart.ChangeType)]
    [InlineData(Codes.Loinc, "48002-0", VariantPart.SourceClass)]
    [InlineData(Codes.Loinc, "81258-6", VariantPart.AlleleFrequency)]
    [InlineData(Codes.Loinc, "48004-6", VariantPart.CodingChange)]
    [InlineData(Codes.Loinc, "48005-3", VariantPart.ProteinChange)]
    [InlineData(Codes.Loinc, "81290-9", VariantPart.GenomicChange)]
    [InlineData(Codes.Loinc, "53041-0", VariantPart.RegionStudied)]
    [InlineData(Codes.Loinc, "53037-8", VariantPart.Significance)]
    [InlineData(Codes.Loinc, "51963-7", VariantPart.MedicationAssessed)]
    [InlineData(Codes.Loinc, "93044-6", VariantPart.EvidenceLevel)]
    [InlineData(Reporting, "therapeutic-implication", VariantPart.TherapeuticImplication)]
    [InlineData(Codes.Loinc, "therapeutic-implication", null)]
    public void VariantPart_Code_IsTheComponent(string system, string code, VariantPart? expected) =>
        Terms.Embedded.VariantPart(system, code).ShouldBe(expected);

    [Theory]
    [InlineData(Codes.Loinc, "LA6684-0", VariantAnswer.Somatic)]
    [InlineData(Codes.Loinc, "LA6683-2", VariantAnswer.Germline)]
    [InlineData("http://www.sequenceontology.org", "SO:0001019", VariantAnswer.CopyNumberChange)]
    [InlineData(Codes.Loinc, "LA26398-0", VariantAnswer.Sequencing)]
    [InlineData(Codes.Loinc, "LA6676-6", VariantAnswer.Resistant)]
    [InlineData(Codes.Loinc, "LA6677-4", VariantAnswer.Responsive)]
    [InlineData(Codes.Loinc, "LA9660-7", VariantAnswer.PresumedResistant)]
    [InlineData(Codes.Loinc, "LA9661-5", VariantAnswer.PresumedResponsive)]
    [InlineData(Codes.Loinc, "LA9633-4", null)]
    public void VariantAnswer_Code_IsWhatItSays(string system, string code, VariantAnswer? expected)
    {
        Terms.Embedded.VariantAnswer(system, code).ShouldBe(expected);
        (expected is null || Terms.Embedded.Answer(system, code) is null).ShouldBeTrue("a variant's answer is no answer to a HER2 test");
    }

    [Theory]
    [InlineData("60568-3", true)]
    [InlineData("11529-5", true)]
    [InlineData("11526-1", true)]
    [InlineData("60570-9", true)]
    [InlineData("60571-7", true)]
    [InlineData("47526-9", true)]
    [InlineData("33718-8", true)]
    [InlineData("27898-6", true)]
    [InlineData("22637-3", true)]
    [InlineData("22634-0", true)]
    [InlineData("22635-7", true)]
    [InlineData("83321-0", true)]
    [InlineData("100969-5", true)]
    [InlineData("34574-4", true)]
    [InlineData("51969-4", true)]
    [InlineData("55233-1", true)]
    [InlineData("55229-9", true)]
    [InlineData("33721-2", false)]
    [InlineData("24419-4", null)]
    [InlineData("24627-2", null)]
    public void HoldsHer2_ReportCode_IsThatOfTheTable(string code, bool? expected) =>
        Terms.Embedded.HoldsHer2(Codes.Loinc, code).ShouldBe(expected);

    [Theory]
    [InlineData("SP", true)]
    [InlineData("PAT", true)]
    [InlineData("CP", true)]
    [InlineData("CG", true)]
    [InlineData("GE", true)]
    [InlineData("LAB", null)]
    [InlineData("RAD", null)]
    public void HoldsHer2_Category_LaboratoryAloneSaysNothing(string code, bool? expected) =>
        Terms.Embedded.HoldsHer2(Sections, code).ShouldBe(expected);

    [Theory]
    [InlineData("427685000", true)]
    [InlineData("431396003", true)]
    [InlineData("705105000", true)]
    [InlineData("878807001", true)]
    [InlineData("1381317004", true)]
    [InlineData("1381318009", true)]
    [InlineData("706970001", false)]
    [InlineData("10828004", false)]
    public void IsHer2Finding_Code_NamesHer2Itself(string code, bool expected) =>
        Terms.Embedded.IsHer2Finding(Codes.Snomed, code).ShouldBe(expected);
}
