using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

public sealed class AnswerTermsTests
{
    [Theory]
    [InlineData("10828004", AnswerMeaning.Positive)]
    [InlineData("260385009", AnswerMeaning.Negative)]
    [InlineData("42425007", AnswerMeaning.Equivocal)]
    [InlineData("280414007", AnswerMeaning.Equivocal)]
    [InlineData("82334004", AnswerMeaning.Indeterminate)]
    [InlineData("280416009", AnswerMeaning.Indeterminate)]
    [InlineData("419984006", AnswerMeaning.Indeterminate)]
    [InlineData("260408008", AnswerMeaning.WeaklyPositive)]
    [InlineData("720735008", AnswerMeaning.Indeterminate)]
    [InlineData("260373001", AnswerMeaning.Present)]
    [InlineData("260415000", AnswerMeaning.Absent)]
    [InlineData("52101004", AnswerMeaning.Present)]
    [InlineData("705105000", AnswerMeaning.GeneNotAmplified)]
    [InlineData("125154007", AnswerMeaning.Unsatisfactory)]
    [InlineData("373121007", AnswerMeaning.NotDone)]
    [InlineData("385660001", AnswerMeaning.NotDone)]
    [InlineData("416237000", AnswerMeaning.NotDone)]
    [InlineData("261665006", AnswerMeaning.Unknown)]
    [InlineData("427685000", AnswerMeaning.Positive)]
    [InlineData("706970001", AnswerMeaning.Negative)]
    [InlineData("878807001", AnswerMeaning.Positive)]
    [InlineData("1381317004", AnswerMeaning.Low)]
    [InlineData("1381318009", AnswerMeaning.Ultralow)]
    public void Answer_SnomedCode_HasItsMeaning(string code, AnswerMeaning expected) =>
        Terms.Embedded.Answer(Codes.Snomed, code).ShouldBe(new AnswerTerm(expected));

    /// <summary>Public files show this code with "amplification detected": the code says negative (domain 2a).</summary>
    [Fact]
    public void Answer_PolarityTrap_IsNegative() =>
        Terms.Embedded.Answer(Codes.Snomed, "431396003")!.Meaning.ShouldBe(AnswerMeaning.Negative);

    [Theory]
    [InlineData("LA6576-8", AnswerMeaning.Positive)]
    [InlineData("LA6577-6", AnswerMeaning.Negative)]
    [InlineData("LA11885-3", AnswerMeaning.Equivocal)]
    [InlineData("LA9633-4", AnswerMeaning.Present)]
    [InlineData("LA9634-2", AnswerMeaning.Absent)]
    [InlineData("LA11884-6", AnswerMeaning.Indeterminate)]
    [InlineData("LA4489-6", AnswerMeaning.Unknown)]
    public void Answer_LoincCode_HasItsMeaning(string code, AnswerMeaning expected) =>
        Terms.Embedded.Answer(Codes.Loinc, code).ShouldBe(new AnswerTerm(expected));

    [Theory]
    [InlineData("LA6111-4", 0)]
    [InlineData("LA11841-6", 1)]
    [InlineData("LA11842-4", 2)]
    [InlineData("LA11843-2", 3)]
    public void Answer_LoincScore_IsThatScore(string code, int score) =>
        Terms.Embedded.Answer(Codes.Loinc, code).ShouldBe(new AnswerTerm(AnswerMeaning.IhcScore, score));

    [Theory]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-obds", "P", AnswerMeaning.Positive, null)]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-obds", "N", AnswerMeaning.Negative, null)]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-leitlinie", "positiv", AnswerMeaning.Positive, null)]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-leitlinie", "low", AnswerMeaning.Low, null)]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-leitlinie", "ultralow", AnswerMeaning.Ultralow, null)]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-leitlinie", "negativ", AnswerMeaning.Negative, null)]
    [InlineData("modul-onko/CodeSystem/mii-cs-onko-mamma-her2neu-status-leitlinie", "equivocal", AnswerMeaning.Equivocal, null)]
    [InlineData("modul-mtb/CodeSystem/mii-cs-mtb-her2-ihc-score", "0", AnswerMeaning.IhcScore, 0)]
    [InlineData("modul-mtb/CodeSystem/mii-cs-mtb-her2-ihc-score", "1", AnswerMeaning.IhcScore, 1)]
    [InlineData("modul-mtb/CodeSystem/mii-cs-mtb-her2-ihc-score", "2", AnswerMeaning.IhcScore, 2)]
    [InlineData("modul-mtb/CodeSystem/mii-cs-mtb-her2-ihc-score", "3", AnswerMeaning.IhcScore, 3)]
    public void Answer_MiiLocalCode_IsRead(string system, string code, AnswerMeaning meaning, int? score) =>
        Terms.Embedded.Answer(Codes.Mii + system, code).ShouldBe(new AnswerTerm(meaning, score));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("3", 3)]
    public void Answer_LithuanianScore_IsRead(string code, int score) =>
        Terms.Embedded.Answer("https://tx.hl7.lt/fhir/CodeSystem/her2-ihc-score", code).ShouldBe(new AnswerTerm(AnswerMeaning.IhcScore, score));

    [Theory]
    [InlineData("http://cap.org/eCC")]
    [InlineData("https://cap.org/eCC")]
    public void Answer_ChecklistCode_IsScoreZeroUnderBothAddresses(string system) =>
        Terms.Embedded.Answer(system, "40505.100004300").ShouldBe(new AnswerTerm(AnswerMeaning.IhcScore, 0));

    /// <summary>A code alone says nothing: LA26333-7 is "uncertain significance", 2667000 is not verified.</summary>
    [Theory]
    [InlineData(Codes.Loinc, "10828004")]
    [InlineData(Codes.Snomed, "LA6576-8")]
    [InlineData(Codes.Loinc, "LA26333-6")]
    [InlineData(Codes.Loinc, "LA26333-7")]
    [InlineData(Codes.Loinc, "LL4678-0")]
    [InlineData(Codes.Snomed, "2667000")]
    [InlineData(null, "10828004")]
    [InlineData(Codes.Snomed, null)]
    public void Answer_OtherSystemOrUnverifiedCode_IsUnknown(string? system, string? code) =>
        Terms.Embedded.Answer(system, code).ShouldBeNull();

    [Theory]
    [InlineData("POS", AnswerMeaning.Positive)]
    [InlineData("NEG", AnswerMeaning.Negative)]
    [InlineData("DET", AnswerMeaning.Present)]
    [InlineData("ND", AnswerMeaning.Absent)]
    [InlineData("IND", AnswerMeaning.Indeterminate)]
    [InlineData("E", AnswerMeaning.Equivocal)]
    [InlineData("IE", AnswerMeaning.Withheld)]
    [InlineData("QCF", AnswerMeaning.Withheld)]
    [InlineData("HM", AnswerMeaning.Withheld)]
    [InlineData("A", null)]
    [InlineData("AA", null)]
    [InlineData("N", null)]
    [InlineData("H", null)]
    [InlineData("L", null)]
    [InlineData("HH", null)]
    [InlineData("LL", null)]
    [InlineData("U", null)]
    [InlineData("D", null)]
    [InlineData("B", null)]
    [InlineData("W", null)]
    [InlineData("R", null)]
    [InlineData("S", null)]
    [InlineData("I", null)]
    [InlineData("no-such-code", null)]
    public void Interpretation_Code_SaysOnlyWhatItMay(string code, AnswerMeaning? expected) =>
        Terms.Embedded.Interpretation(Codes.Interpretation, code).ShouldBe(expected);
}
