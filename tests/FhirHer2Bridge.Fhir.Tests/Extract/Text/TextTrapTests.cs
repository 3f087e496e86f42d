using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>Words about HER2 that are no result of this patient: not one of them may become one.</summary>
public sealed class TextTrapTests
{
    [Theory]
    [InlineData("If HER2 becomes positive, trastuzumab will be added.")]
    [InlineData("HER2 status pending.")]
    [InlineData("FISH for HER2 has been sent out; result to follow.")]
    [InlineData("Patients with HER2 3+ were eligible.")]
    [InlineData("HER2 positivity was defined as IHC 3+ or IHC 2+ with ISH amplification.")]
    [InlineData("By her 2-month follow-up she was well.")]
    [InlineData("Her 2 children are healthy; ER visit in May.")]
    [InlineData("HER2 was positive in 25 of 132 cases (19%).")]
    [InlineData("Of the 60 patients, 16 were HER2 positive (3+).")]
    [InlineData("Her mother had HER2-positive breast cancer.")]
    [InlineData("Anti-HER2 therapy was stopped because of cardiac toxicity.")]
    [InlineData("Could the tumour be HER2 positive?")]
    [InlineData("HER2 not performed.")]
    [InlineData("HER2: N/A")]
    [InlineData("HER2 3+ control tissue stained as expected.")]
    [InlineData("HER2 [ ] Positive [ ] Negative [ ] Equivocal")]
    [InlineData("Se solicitará HER2 si se confirma la recidiva.")]
    [InlineData("Statut HER2 en attente.")]
    [InlineData("HER2-Status nicht bestimmt.")]
    [InlineData("Se il tumore fosse HER2 positivo si aggiunge trastuzumab.")]
    [InlineData("建议行HER2检测。")]
    public void Read_Trap_GivesNoResult(string text) => Her2TextReader.Read(text).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("HER2 status pending.", "Pending")]
    [InlineData("HER2 not performed.", "NotPerformed")]
    [InlineData("If HER2 becomes positive, trastuzumab will be added.", "Hypothetical")]
    [InlineData("Could the tumour be HER2 positive?", "Question")]
    public void Read_Trap_SaysWhichItIs(string text, string kind)
    {
        var read = Her2TextReader.Read(text);

        read.NonResults.ShouldContain(Enum.Parse<NonResult>(kind));
        read.Unread.ShouldBeEmpty();
    }

    [Fact]
    public void Read_MentionThatIsNotUnderstood_IsAbstainedFrom() => Her2TextReader.Read("HER2: see the sheet enclosed.").Unread
        .ShouldBe([new Abstention(0, AbstentionReason.NoValue)]);
}
