using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>Plausible wordings whose misreading would harm: a denial read as a finding, a test named read as its result, a dash read as a minus.</summary>
public sealed class HarmfulReadingTests
{
    [Theory]
    [InlineData("FISH was negative for HER2 amplification.")]
    [InlineData("NEGATIVE FOR HER2 GENE AMPLIFICATION BY FISH.")]
    [InlineData("The tumor is negative for HER2 amplification by FISH.")]
    [InlineData("FISH: Negative for HER2 gene amplification")]
    [InlineData("Results are negative for amplification of HER2.")]
    [InlineData("Immunostain is negative for HER2 overexpression.")]
    [InlineData("Negative for HER2 protein overexpression (score 1+).")]
    [InlineData("HER2: negative for amplification")]
    [InlineData("HER2: negative for overexpression")]
    [InlineData("FISH negativo para amplificación de HER2")]
    [InlineData("FISH négative pour l'amplification de HER2")]
    [InlineData("FISH negativa per amplificazione di HER2")]
    [InlineData("FISH negativo para amplificação de HER2")]
    [InlineData("FISH negatief voor HER2-amplificatie")]
    [InlineData("Negativ für HER2-Überexpression")]
    [InlineData("Négatif pour la surexpression de HER2")]
    [InlineData("Negativo para sobreexpresión de HER2")]
    [InlineData("TEST: HER2 gene amplification, FISH\nRESULT: Not amplified")]
    [InlineData("Test: HER2 amplification (FISH)\nResult: Negative")]
    [InlineData("Her2/neu overexpression\nNegative")]
    [InlineData("HER2 Overexpression, IHC\nScore: 1+\nInterpretation: Negative")]
    [InlineData("HER2 amplification was assessed by FISH. The HER2/CEP17 ratio was 1.2 (not amplified).")]
    [InlineData("HER2 gene amplification was analysed by FISH and the ratio was 1.2.")]
    [InlineData("HER2 overexpression: No")]
    [InlineData("HER2 overexpressed: no")]
    [InlineData("HER2 amplification: No")]
    [InlineData("HER2 amplification: none")]
    [InlineData("HER2 amplified: No")]
    [InlineData("HER2 positive: No")]
    [InlineData("HER2 positivo: no")]
    [InlineData("HER2-amplificatie: nee")]
    [InlineData("No HER2 protein overexpression is identified.")]
    [InlineData("The neoplastic cells lacked HER2 overexpression.")]
    [InlineData("HER2 amplification could not be demonstrated.")]
    [InlineData("HER2 overexpression was ruled out.")]
    [InlineData("Insufficient evidence of HER2 amplification.")]
    [InlineData("Eine HER2-Genamplifikation wurde ausgeschlossen")]
    [InlineData("Die Tumorzellen exprimieren kein HER2")]
    [InlineData("HER2/CEP17 ratio 1.2 (positive >=2.0). Negative.")]
    [InlineData("Avg HER2 copies/cell 2.1 (Positive: >=6.0). Not amplified.")]
    [InlineData("HER2 negative; if metastatic, rebiopsy for HER2.")]
    [InlineData("HER2 1+; patient eligible for DESTINY trial.")]
    [InlineData("Dear colleague, HER2 1+.")]
    [InlineData("HER2-Amplifikation: nein")]
    [InlineData("Keine HER2-Amplifikation in der FISH")]
    [InlineData("FISH negativ für HER2-Amplifikation")]
    [InlineData("Eine HER2-Amplifikation ist nicht nachweisbar")]
    [InlineData("HER2 (A3): 0")]
    public void Read_Denial_IsNegative(string text)
    {
        var statuses = Statuses(text);

        statuses.ShouldContain(TextStatus.Negative);
        statuses.ShouldNotContain(TextStatus.Positive);
    }

    [Theory]
    [InlineData("HER2 overexpression was evaluated using HercepTest; the score was 1+.")]
    [InlineData("Immunohistochemistry for HER2 overexpression was performed. Score 0.")]
    [InlineData("HER2 amplification: (-)")]
    [InlineData("Sobreexpresión de HER2: No")]
    [InlineData("Surexpression HER2 : non")]
    [InlineData("Amplification de HER2 : non")]
    [InlineData("Amplificazione HER2: no")]
    [InlineData("Amplificação de HER2: não")]
    [InlineData("HER2: no staining")]
    [InlineData("Tumor cells do not express ER, PR or HER2")]
    [InlineData("HER2 status: Negative (for positivity a 3+ score or amplification is required).")]
    public void Read_Denial_IsNegativeOrAbstainedFrom(string text)
    {
        var read = Her2TextReader.Read(text);

        read.Findings.ShouldNotContain(static finding => finding.Status == TextStatus.Positive);
        (read.Findings.Count > 0 || read.Unread.Count > 0).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Test name: HER2 Overexpression, IHC. Result: Pending")]
    [InlineData("TEST: HER2 gene amplification, FISH. STATUS: In process.")]
    [InlineData("Procedure: HER2 FISH amplification study. Result: see separate report.")]
    [InlineData("Request: HER2 gene amplification by FISH")]
    [InlineData("Specimen submitted for HER2 amplification testing.")]
    [InlineData("Sample sent for HER2 amplification by FISH.")]
    [InlineData("FISH was performed to assess HER2 amplification; results to follow.")]
    [InlineData("Tested for HER2 amplification; result awaited.")]
    [InlineData("FISH requested to confirm HER2 amplification.")]
    [InlineData("We will send FISH for HER2 amplification.")]
    [InlineData("Please evaluate for HER2 overexpression.")]
    [InlineData("HER2 overexpression will be assessed on the resection.")]
    [InlineData("HER2 overexpression - N/A")]
    [InlineData("HER2 amplification was assessed by FISH (PathVysion).")]
    [InlineData("Se solicita estudio de amplificación de HER2")]
    [InlineData("HER2-amplificatie: onderzoek ingezet")]
    [InlineData("待FISH检测HER2基因扩增情况")]
    [InlineData("HER2基因扩增检测中")]
    [InlineData("HER2 positivity was excluded.")]
    [InlineData("HER2 positivity was not confirmed.")]
    [InlineData("The possibility of HER2 amplification should be excluded by FISH.")]
    [InlineData("HER2 amplification cannot be excluded.")]
    [InlineData("HER2 - pending")]
    [InlineData("HER2 - awaited")]
    [InlineData("HER2 - to follow")]
    [InlineData("HER2 - N/A")]
    [InlineData("HER2 - unknown")]
    [InlineData("HER2 - not done")]
    [InlineData("HER2 - see addendum")]
    [InlineData("HER2 IHC - pending")]
    [InlineData("HER2 FISH - awaited")]
    [InlineData("ER/PR/HER2 - pending")]
    [InlineData("HER2- to follow")]
    [InlineData("HER2 - pendiente")]
    [InlineData("HER2 - en attente")]
    [InlineData("HER2 - ausstehend")]
    [InlineData("HER2 - we discussed this.")]
    [InlineData("HER2 + FISH pending")]
    [InlineData("HER2 + Ki67 to follow")]
    [InlineData("Please add HER2 + PD-L1")]
    [InlineData("Panel sent: CK7 + HER2 + GATA3")]
    [InlineData("HER2 (A1) pending")]
    [InlineData("HER2 (A2) requested")]
    [InlineData("HER2 (1) pending")]
    [InlineData("HER2 (1:400) Dako")]
    [InlineData("HER2: 2 blocks requested")]
    [InlineData("HER2: 0 blocks sent")]
    [InlineData("HER2 IHC: 1 slide unstained sent.")]
    [InlineData("HER2: positive / negative")]
    [InlineData("HER2 result (positive or negative) will be issued.")]
    [InlineData("ER, PR, HER2: positive, positive, negative")]
    [InlineData("Likely HER2 negative, formal report awaited")]
    [InlineData("Suspicious for HER2 positivity.")]
    [InlineData("Concern for HER2 positive disease; await repeat.")]
    [InlineData("To confirm HER2 positivity, FISH was requested.")]
    [InlineData("Sister diagnosed with triple negative breast cancer at age 38.")]
    [InlineData("HER2-positive breast cancer is an aggressive subtype.")]
    [InlineData("Tumors with HER2 ratio >=2.0 are regarded as amplified")]
    public void Read_NoResult_GivesNone(string text) => Statuses(text).ShouldBeEmpty();

    [Theory]
    [InlineData("FISH - HER2 amplified.")]
    [InlineData("She has HER2 positive disease and would be eligible for T-DM1 if residual disease.")]
    [InlineData("ER-, PR-, HER2+, if fit for chemo then TCHP.")]
    [InlineData("attended with her husband and daughter; tumour is HER2 positive.")]
    [InlineData("HER2 2+/FISH+")]
    [InlineData("HER2 2+ => FISH + (2.8)")]
    [InlineData("HER2 equivocal by IHC but positive by FISH")]
    [InlineData("HER2 amplified: yes")]
    [InlineData("HER2 amplification: detected")]
    [InlineData("FISH showed HER2 amplification.")]
    [InlineData("Tumour with HER2 overexpression.")]
    [InlineData("HER2 overexpression (3+)")]
    public void Read_Finding_IsPositive(string text)
    {
        var statuses = Statuses(text);

        statuses.ShouldContain(TextStatus.Positive);
        statuses.ShouldNotContain(TextStatus.Negative);
    }

    [Theory]
    [InlineData("HER2 2+/FISH-")]
    [InlineData("HER2 (2+, FISH -)")]
    [InlineData("ER+ PR+ HER2 2+ FISH-")]
    [InlineData("HER2(2+)/FISH(-)")]
    [InlineData("HER2 IHC2+/ISH-")]
    public void Read_ScoreWithReflexSign_GivesBoth(string text) =>
        Statuses(text).Order().ShouldBe([TextStatus.Negative, TextStatus.Equivocal]);

    private static List<TextStatus> Statuses(string text) => [.. Her2TextReader.Read(text).Findings.Select(static finding => finding.Status)];
}
