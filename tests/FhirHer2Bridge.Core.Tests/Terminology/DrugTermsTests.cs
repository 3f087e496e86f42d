using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class DrugTermsTests
{
    private static readonly string[] Ambiguous = ["1162762", "1922508", "377216"];

    [Fact]
    public void RxNorm_EveryCodeOfTheAppendix_IsItsDrugAndClass() =>
        RxNormAppendix.Rows.SelectMany(static row => row.Codes.Select(code => (row, code)))
            .ShouldAllBe(static one => IsOf(Terms.Embedded.DrugByCode(Codes.RxNorm, one.code), one.row));

    [Fact]
    public void RxNorm_CodesOfTheFile_AreThe187OfTheAppendix()
    {
        var listed = RxNormAppendix.Rows.SelectMany(static row => row.Codes).Order(StringComparer.Ordinal).ToList();
        var written = TermsLoader.Embedded().SelectMany(TermsCheck.DrugCodes)
            .Where(static code => code.System is Codes.RxNorm).Select(static code => code.Code!).Order(StringComparer.Ordinal).ToList();

        listed.Count.ShouldBe(187);
        written.ShouldBe(listed);
    }

    [Fact]
    public void RxNorm_AmbiguousGroups_AreTheOnlyUncertainOnes() =>
        RxNormAppendix.Rows.SelectMany(static row => row.Codes)
            .Where(static code => Terms.Embedded.DrugByCode(Codes.RxNorm, code)!.Uncertain)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Ambiguous);

    [Theory]
    [InlineData("L01FD01", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("L01XC03", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("L01FY01", RxNormAppendix.Phesgo, DrugClass.Trastuzumab)]
    [InlineData("L01XY02", RxNormAppendix.Phesgo, DrugClass.Trastuzumab)]
    [InlineData("L01FD03", "trastuzumab emtansine", DrugClass.TrastuzumabAdc)]
    [InlineData("L01FD04", "trastuzumab deruxtecan", DrugClass.TrastuzumabAdc)]
    [InlineData("L01FD05", "trastuzumab duocarmazine", DrugClass.TrastuzumabAdc)]
    [InlineData("L01FD02", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData("L01FD06", "margetuximab", DrugClass.OtherHer2)]
    [InlineData("L01EH03", "tucatinib", DrugClass.OtherHer2)]
    [InlineData("L01EH01", "lapatinib", DrugClass.OtherHer2)]
    [InlineData("L01XE07", "lapatinib", DrugClass.OtherHer2)]
    [InlineData("L01EH02", "neratinib", DrugClass.OtherHer2)]
    [InlineData("L01XE45", "neratinib", DrugClass.OtherHer2)]
    public void Atc_OldAndNewCode_IsTheProductUnderEveryAddress(string code, string name, DrugClass drugClass)
    {
        foreach (var system in new[] { Codes.Atc, "http://fhir.de/CodeSystem/bfarm/atc", "http://fhir.de/CodeSystem/dimdi/atc" })
        {
            Terms.Embedded.DrugByCode(system, code).ShouldBe(Known(name, drugClass));
        }
    }

    [Theory]
    [InlineData("387003001", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("702836004", "trastuzumab emtansine", DrugClass.TrastuzumabAdc)]
    [InlineData("838469001", "trastuzumab deruxtecan", DrugClass.TrastuzumabAdc)]
    [InlineData("704226002", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData("871698009", "tucatinib", DrugClass.OtherHer2)]
    [InlineData("425820005", "lapatinib", DrugClass.OtherHer2)]
    [InlineData("736632003", "neratinib", DrugClass.OtherHer2)]
    public void Snomed_Substance_IsTheProduct(string code, string name, DrugClass drugClass) =>
        Terms.Embedded.DrugByCode(Codes.Snomed, code).ShouldBe(Known(name, drugClass));

    [Theory]
    [InlineData("J9355", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Q5114", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Q5112", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Q5113", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("Q5116", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("J9276", "zanidatamab", DrugClass.OtherHer2)]
    public void Hcpcs_BillingCode_IsTheProductUnderBothAddresses(string code, string name, DrugClass drugClass)
    {
        Terms.Embedded.DrugByCode(Codes.Hcpcs, code).ShouldBe(Known(name, drugClass));
        Terms.Embedded.DrugByCode(Codes.Hcpcs.Replace("http:", "https:", StringComparison.Ordinal), code).ShouldBe(Known(name, drugClass));
    }

    [Theory]
    [InlineData(Codes.Atc, "L01FD")]
    [InlineData(Codes.Atc, "L01EH")]
    [InlineData(Codes.Snomed, "784176007")]
    public void DrugByCode_ClassCode_IsUncertain(string system, string code) =>
        Terms.Embedded.DrugByCode(system, code)!.Uncertain.ShouldBeTrue();

    /// <summary>J9318 was mapped to Ogivri elsewhere; a class code is no prefix of what begins with it.</summary>
    [Theory]
    [InlineData(Codes.Atc, "L01FD07")]
    [InlineData(Codes.Atc, "L01FX")]
    [InlineData(Codes.Atc, "L01CD01")]
    [InlineData(Codes.RxNorm, "387003001")]
    [InlineData(Codes.Hcpcs, "J9318")]
    [InlineData(Codes.Atc, "J9355")]
    public void DrugByCode_OtherCode_IsNull(string system, string code) =>
        Terms.Embedded.DrugByCode(system, code).ShouldBeNull();

    private static bool IsOf(Drug? drug, AppendixRow row) =>
        drug is not null && string.Equals(drug.Name, row.Name, StringComparison.Ordinal) && drug.Class == row.Class;

    private static Drug Known(string name, DrugClass drugClass) => new(name, drugClass) { ForHer2Low = name is "trastuzumab deruxtecan" };
}
