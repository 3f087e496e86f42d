using FhirHer2Bridge.Fhir.Extract;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class QuotationTests
{
    [Fact]
    public void Of_LongWords_AreCutAtTheBound() => Quotation.Of(new string('a', 300)).Length.ShouldBe(Quotation.Longest);

    [Fact]
    public void Of_CharacterOfTwoHalvesAtTheBound_IsNotCutInTwo() =>
        Quotation.Of(new string('a', Quotation.Longest - 1) + "\U0001F9EA" + "b").ShouldBe(new string('a', Quotation.Longest - 1));

    [Fact]
    public void Of_Span_IsThatSpan() => Quotation.Of("HER2 3+ here", 0, 7).ShouldBe("HER2 3+");
}
