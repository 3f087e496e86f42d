using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class DrugTermsTests
{
    private const string Combination = "pertuzumab + trastuzumab + hyaluronidase";

    /// <summary>Copied by hand from the appendix of the domain notes: codes per name; three of "pertuzumab" belong to Phesgo.</summary>
    [Theory]
    [InlineData("trastuzumab", DrugClass.Trastuzumab, 10 + 10 + (5 * 13))]
    [InlineData("trastuzumab + hyaluronidase", DrugClass.Trastuzumab, 11)]
    [InlineData(Combination, DrugClass.Trastuzumab, 12 + 3 + 3)]
    [InlineData("trastuzumab emtansine", DrugClass.TrastuzumabAdc, 12)]
    [InlineData("trastuzumab deruxtecan", DrugClass.TrastuzumabAdc, 9)]
    [InlineData("pertuzumab", DrugClass.OtherHer2, 10)]
    [InlineData("tucatinib", DrugClass.OtherHer2, 16)]
    [InlineData("lapatinib", DrugClass.OtherHer2, 13)]
    [InlineData("neratinib", DrugClass.OtherHer2, 13)]
    public void RxNormCodes_OfOneDrug_AllMapToItsClass(string name, DrugClass drugClass, int count)
    {
        var codes = RxNormCodes().Where(code => string.Equals(Terms.Embedded.DrugByCode(Codes.RxNorm, code)!.Name, name, StringComparison.Ordinal)).ToList();

        codes.Count.ShouldBe(count);
        codes.ShouldAllBe(code => Terms.Embedded.DrugByCode(Codes.RxNorm, code)!.Class == drugClass);
    }

    [Fact]
    public void RxNormCodes_Altogether_AreThe187OfTheAppendix()
    {
        var codes = RxNormCodes();

        codes.Count.ShouldBe(187);
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(187);
    }

    [Fact]
    public void RxNormCodes_AmbiguousGroups_AreTheOnlyUncertainOnes() =>
        RxNormCodes()
            .Where(code => Terms.Embedded.DrugByCode(Codes.RxNorm, code)!.Uncertain)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["1162762", "1922508", "377216"]);

    [Theory]
    [InlineData(Codes.RxNorm, "224905", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData(Codes.RxNorm, "2179754", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData(Codes.RxNorm, "1658086", "trastuzumab emtansine", DrugClass.TrastuzumabAdc)]
    [InlineData(Codes.RxNorm, "2267579", "trastuzumab deruxtecan", DrugClass.TrastuzumabAdc)]
    [InlineData(Codes.RxNorm, "2382597", Combination, DrugClass.Trastuzumab)]
    [InlineData(Codes.RxNorm, "2382614", Combination, DrugClass.Trastuzumab)]
    [InlineData(Codes.Atc, "L01FD01", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData(Codes.Atc, "L01XC03", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData("http://fhir.de/CodeSystem/bfarm/atc", "L01FD04", "trastuzumab deruxtecan", DrugClass.TrastuzumabAdc)]
    [InlineData(Codes.Atc, "L01FD02", "pertuzumab", DrugClass.OtherHer2)]
    [InlineData(Codes.Atc, "L01FD06", "margetuximab", DrugClass.OtherHer2)]
    [InlineData(Codes.Atc, "L01XY02", Combination, DrugClass.Trastuzumab)]
    [InlineData(Codes.Snomed, "387003001", "trastuzumab", DrugClass.Trastuzumab)]
    [InlineData(Codes.Snomed, "702836004", "trastuzumab emtansine", DrugClass.TrastuzumabAdc)]
    [InlineData(Codes.Snomed, "871698009", "tucatinib", DrugClass.OtherHer2)]
    public void DrugByCode_KnownCode_IsTheProduct(string system, string code, string name, DrugClass drugClass) =>
        Terms.Embedded.DrugByCode(system, code).ShouldBe(new Drug(name, drugClass) { ForHer2Low = name is "trastuzumab deruxtecan", ForIhc2 = name is "disitamab vedotin" });

    [Theory]
    [InlineData(Codes.Atc, "L01FD")]
    [InlineData(Codes.Snomed, "784176007")]
    public void DrugByCode_ClassCode_IsUncertain(string system, string code) =>
        Terms.Embedded.DrugByCode(system, code)!.Uncertain.ShouldBeTrue();

    [Theory]
    [InlineData(Codes.Atc, "L01FD07")]
    [InlineData(Codes.Atc, "L01CD01")]
    [InlineData(Codes.RxNorm, "387003001")]
    public void DrugByCode_OtherCode_IsNull(string system, string code) =>
        Terms.Embedded.DrugByCode(system, code).ShouldBeNull();

    private static List<string> RxNormCodes()
    {
        using var stream = typeof(Terms).Assembly.GetManifestResourceStream("terminology/drugs.json")!;
        using var file = JsonDocument.Parse(stream);

        return [..
            from drug in file.RootElement.GetProperty("drugs").EnumerateArray()
            where drug.TryGetProperty("codes", out _)
            from codes in drug.GetProperty("codes").EnumerateArray()
            where codes.GetProperty("system").ValueEquals(Codes.RxNorm)
            from code in codes.GetProperty("codes").EnumerateArray()
            select code.GetString()!];
    }
}
