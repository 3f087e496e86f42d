using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

public sealed class ClosedFormTextReaderTests
{
    [Theory]
    [InlineData("IHC 3+", "Ihc:3")]
    [InlineData("2+", "Ihc:2")]
    [InlineData("2 +", "Ihc:2")]
    [InlineData("++", "Ihc:2")]
    [InlineData("+++", "Ihc:3")]
    [InlineData("score 2", "Ihc:2")]
    [InlineData("IHC 0", "Ihc:0")]
    [InlineData("HER2 (3+)", "Ihc:3")]
    [InlineData("HER2（３＋）", "Ihc:3")]
    [InlineData("HER2 (−)", ":Negative")]
    [InlineData("HER2 (-)", ":Negative")]
    [InlineData("HER2-positive", ":Positive")]
    [InlineData("HER-2/neu: negative.", ":Negative")]
    [InlineData("c-erbB-2 positive", ":Positive")]
    [InlineData("equivocal", ":Equivocal")]
    [InlineData("HER2 negative (IHC 0).", ":Negative|Ihc:0")]
    [InlineData("Negative (Score 1+)", ":Negative|Ihc:1")]
    [InlineData("Negative (Score 0)", ":Negative|Ihc:0")]
    [InlineData("Positive (IHC 3+)", ":Positive|Ihc:3")]
    [InlineData("Positive (HER2 amplified)", ":Positive|Ish:amplified")]
    [InlineData("not amplified", "Ish:not amplified")]
    [InlineData("Nicht amplifiziert", "Ish:not amplified")]
    [InlineData("HER2 negativ (nicht amplifiziert)", ":Negative|Ish:not amplified")]
    [InlineData("FISH negative", "Ish:not amplified")]
    [InlineData("IHC 2+, FISH not amplified", "Ihc:2|Ish:not amplified")]
    [InlineData("IHC 2+/FISH-", "Ihc:2|Ish:not amplified")]
    [InlineData("HER2 (IHC): 0 (negative)", "Ihc:0|Ihc:Negative")]
    [InlineData("2+ (equivocal), ISH not done", "Ihc:2|:Equivocal")]
    [InlineData("IHC 3+ Overexpressed", "Ihc:3|Ihc:Positive")]
    [InlineData("HER2-low (IHC 1+)", ":Low|Ihc:1")]
    [InlineData("weakly positive", ":weakly-positive")]
    public void Read_ClosedForm_IsRead(string text, string expected) => Written(ClosedFormTextReader.Read(text)).ShouldBe(expected);

    [Theory]
    [InlineData("HER2 by Immunohistochemistry")]
    [InlineData("ERBB2")]
    public void Read_OnlyAName_IsNoStatement(string text)
    {
        var reading = ClosedFormTextReader.Read(text)!;

        reading.NamesHer2.ShouldBeTrue();
        reading.Statements.ShouldBeEmpty();
    }

    [Fact]
    public void Read_NotDone_SaysSo() => ClosedFormTextReader.Read("Not performed")!.NotDone.ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("HER2 could not be assessed")]
    [InlineData("HER2 positive, ER negative")]
    [InlineData("positive (negative)")]
    [InlineData("2+/3+")]
    [InlineData("0-1+")]
    [InlineData("12+")]
    [InlineData("2.1")]
    [InlineData("IHC 2.1")]
    [InlineData("HER2 +")]
    [InlineData("no HER2 negative cells")]
    [InlineData("HER2 was positive in 2019")]
    [InlineData("previously HER2 3+")]
    [InlineData("FISH 3+")]
    [InlineData("HER2 positive?")]
    [InlineData("weakly positive (2+)")]
    [InlineData("positivenegative")]
    public void Read_AnythingElse_IsNotRead(string text) => ClosedFormTextReader.Read(text).ShouldBeNull();

    [Fact]
    public void Read_LongText_IsNotRead() => ClosedFormTextReader.Read(string.Concat(Enumerable.Repeat("HER2 ", 100))).ShouldBeNull();

    private static string Written(TextReading? reading) => reading is null
        ? "not read"
        : string.Join('|', reading.Statements.Select(one => $"{one.Method}:{Written(one.Result)}"));

    private static string Written(AssayResult result) => result switch
    {
        AssayResult.Ihc ihc => $"{ihc.Score}",
        AssayResult.Gene gene => gene.Amplified == true ? "amplified" : "not amplified",
        AssayResult.Stated { Category: { } category } => $"{category}",
        AssayResult.Stated stated => $"{stated.Status}",
        AssayResult.Inconclusive inconclusive => inconclusive.Reason,
        _ => "?",
    };
}
