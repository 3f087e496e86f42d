using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class TestTermsTests
{
    [Theory]
    [InlineData("48676-1", TestKind.Her2Result, AssayMethod.Overall, ValueReader.Status)]
    [InlineData("18474-7", TestKind.Her2Result, AssayMethod.Ihc, ValueReader.IhcScore)]
    [InlineData("85319-2", TestKind.Her2Result, AssayMethod.Ihc, ValueReader.IhcScore)]
    [InlineData("72383-3", TestKind.Her2Result, AssayMethod.Ihc, ValueReader.IhcScore)]
    [InlineData("72382-5", TestKind.Her2Support, AssayMethod.Ihc, ValueReader.NumberOnly)]
    [InlineData("85328-3", TestKind.Her2Support, AssayMethod.Ihc, ValueReader.NumberOnly)]
    [InlineData("31150-6", TestKind.Her2Result, AssayMethod.Ish, ValueReader.GenePresence)]
    [InlineData("85318-4", TestKind.Her2Result, AssayMethod.Ish, ValueReader.GenePresence)]
    [InlineData("96893-3", TestKind.Her2Result, AssayMethod.Ish, ValueReader.GenePresence)]
    [InlineData("49683-6", TestKind.Her2Result, AssayMethod.Ish, ValueReader.GeneRatio)]
    [InlineData("74860-8", TestKind.Her2Result, AssayMethod.Ish, ValueReader.GeneCopies)]
    [InlineData("74861-6", TestKind.Her2Support, AssayMethod.Ish, ValueReader.Cep17Copies)]
    [InlineData("74885-5", TestKind.Her2Panel, AssayMethod.Ish, ValueReader.GenePresence)]
    [InlineData("62361-1", TestKind.Her2Support, AssayMethod.Ish, ValueReader.CellsCounted)]
    [InlineData("32996-1", TestKind.Her2Result, AssayMethod.Serum, ValueReader.NumberOnly)]
    [InlineData("42914-2", TestKind.Her2Result, AssayMethod.Serum, ValueReader.NumberOnly)]
    [InlineData("51981-9", TestKind.Her2Result, AssayMethod.Serum, ValueReader.NumberOnly)]
    [InlineData("42783-1", TestKind.Her2Support, AssayMethod.Ngs, ValueReader.NumberOnly)]
    [InlineData("69548-6", TestKind.Variant, AssayMethod.Ngs, ValueReader.VariantPresence)]
    [InlineData("81252-9", TestKind.Variant, AssayMethod.Ngs, ValueReader.VariantPresence)]
    public void Test_LoincCode_HasKindMethodAndReader(string code, TestKind kind, AssayMethod method, ValueReader reader) =>
        Terms.Embedded.Test(Codes.Loinc, code).ShouldBe(new TestTerm(kind, method, reader));

    [Theory]
    [InlineData("97509-4", TestKind.DiseaseStatus)]
    [InlineData("21907-1", TestKind.MCategory)]
    [InlineData("21908-9", TestKind.StageGroup)]
    public void Test_CourseCode_HasItsKind(string code, TestKind kind) =>
        Terms.Embedded.Test(Codes.Loinc, code)!.Kind.ShouldBe(kind);

    [Theory]
    [InlineData(Codes.Snomed, "433114000", AssayMethod.Ihc)]
    [InlineData(Codes.Snomed, "434363004", AssayMethod.Ish)]
    [InlineData("http://cap.org/eCC", "52399.100004300", AssayMethod.Ihc)]
    [InlineData("http://cap.org/eCC", "79483", AssayMethod.Ihc)]
    public void Test_OtherSystems_AreHer2Results(string system, string code, AssayMethod method)
    {
        var term = Terms.Embedded.Test(system, code)!;

        (term.Kind, term.Method).ShouldBe((TestKind.Her2Result, method));
    }

    /// <summary>Not verified, or another test: estrogen receptor, the section code, RECIST status of one repository.</summary>
    [Theory]
    [InlineData(Codes.Loinc, "85337-4")]
    [InlineData(Codes.Loinc, "55229-9")]
    [InlineData(Codes.Loinc, "21976-6")]
    [InlineData(Codes.Snomed, "3550001000004108")]
    [InlineData(Codes.Snomed, "48676-1")]
    public void Test_UnverifiedOrForeignCode_IsUnknown(string system, string code) =>
        Terms.Embedded.Test(system, code).ShouldBeNull();

    [Theory]
    [InlineData(Codes.Hgnc, "HGNC:3430", "ERBB2", true)]
    [InlineData("http://www.genenames.org/geneId", "HGNC:3430", null, true)]
    [InlineData(Codes.Hgnc, "HGNC:2064", "ERBB2", false)]
    [InlineData(null, null, "ERBB2", true)]
    [InlineData(null, null, "ERBB2IP", false)]
    [InlineData(null, null, "ERBB3", false)]
    [InlineData(null, null, null, false)]
    public void IsErbb2Gene_CodeBeforeText(string? system, string? code, string? text, bool expected) =>
        Terms.Embedded.IsErbb2Gene(system, code, text).ShouldBe(expected);
}
