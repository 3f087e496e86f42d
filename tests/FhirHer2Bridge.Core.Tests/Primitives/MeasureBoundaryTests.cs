using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.MeasureBound;

namespace FhirHer2Bridge.Core.Tests.Primitives;

/// <summary>What a written number, exact or a bound, tells about a cut-off of 2.0.</summary>
public sealed class MeasureBoundaryTests
{
    [Theory]
    [Trait("Row", "4c/missing-inputs")]
    [InlineData(1.9, Exact, false, false)]
    [InlineData(2.0, Exact, true, false)]
    [InlineData(2.1, Exact, true, true)]
    [InlineData(1.9, AtLeast, null, null)]
    [InlineData(2.0, AtLeast, true, null)]
    [InlineData(2.1, AtLeast, true, true)]
    [InlineData(1.9, GreaterThan, null, null)]
    [InlineData(2.0, GreaterThan, true, true)]
    [InlineData(2.1, GreaterThan, true, true)]
    [InlineData(1.9, LessThan, false, false)]
    [InlineData(2.0, LessThan, false, false)]
    [InlineData(2.1, LessThan, null, null)]
    [InlineData(1.9, AtMost, false, false)]
    [InlineData(2.0, AtMost, null, false)]
    [InlineData(2.1, AtMost, null, null)]
    public void IsAtLeastAndIsAbove_AroundTheCutOff_SayNothingWhereTheBoundDoesNotTell(double value, MeasureBound bound, bool? atLeast, bool? above)
    {
        var measure = new Measure((decimal)value, bound);

        measure.IsAtLeast(2.0m).ShouldBe(atLeast);
        measure.IsAbove(2.0m).ShouldBe(above);
    }

    [Theory]
    [Trait("Row", "4c/recount")]
    [InlineData(LessThan, true, false, false)]
    [InlineData(AtMost, true, true, false)]
    [InlineData(AtLeast, false, true, true)]
    [InlineData(GreaterThan, false, false, true)]
    [InlineData(Exact, false, true, false)]
    public void Allows_ExactNumberBelowAtAndAboveTheBound_FitsAsWritten(MeasureBound bound, bool below, bool at, bool above)
    {
        var written = new Measure(2.0m, bound);

        written.Allows(new Measure(1.9m)).ShouldBe(below);
        written.Allows(new Measure(2.0m)).ShouldBe(at);
        written.Allows(new Measure(2.1m)).ShouldBe(above);
    }

    [Fact]
    public void Allows_AnotherBound_IsNoNumber() => new Measure(2.0m, GreaterThan).Allows(new Measure(3.0m, GreaterThan)).ShouldBeFalse();

    [Theory]
    [InlineData(true, false, false, false, false, true)]
    [InlineData(false, true, false, false, false, true)]
    [InlineData(false, false, true, false, false, true)]
    [InlineData(false, false, false, true, false, false)]
    [InlineData(false, false, false, false, true, false)]
    [InlineData(false, false, false, true, true, false)]
    [InlineData(false, false, false, false, false, true)]
    public void IsAboutHer2_Cep17AndCellsAlone_AreOnlyItsMeasure(bool call, bool ratio, bool copies, bool cep17, bool cells, bool expected) =>
        new AssayResult.Gene(call ? true : null, One(ratio), One(copies), One(cep17), One(cells)).IsAboutHer2.ShouldBe(expected);

    [Theory]
    [InlineData("left breast", BodySide.Left)]
    [InlineData("Mamma rechts", BodySide.Right)]
    [InlineData("breast (LEFT)", BodySide.Left)]
    [InlineData("left and right breast", null)]
    [InlineData("breast", null)]
    [InlineData("leftover", null)]
    [InlineData(null, null)]
    public void Side_Words_NameOneSideOrNone(string? words, BodySide? expected) => BodySides.Of(words).ShouldBe(expected);

    [Theory]
    [InlineData("left", "left", true)]
    [InlineData("left", "right", false)]
    [InlineData("left", "breast", true)]
    [InlineData(null, "right", true)]
    public void MayBeSame_Sites_DifferOnlyWhereBothNameASide(string? a, string? b, bool expected) => BodySides.MayBeSame(a, b).ShouldBe(expected);

    private static Measure? One(bool given) => given ? new Measure(1m) : null;
}
