using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Table 4a of the domain notes (CAP/ASCP/ASCO guideline 2016, gastric and junction adenocarcinoma), one test a row.</summary>
public sealed class GastricTableTests
{
    private const string Specimen = "Specimen/s";
    private const string Mismatch = "ihc-ish-mismatch";
    private const string NoIhc = "no-ihc";

    [Fact]
    [Trait("Row", "4a/ihc-0")]
    public void Cap2016_IhcZero_IsNegative() => Read(Ihc(0)).ShouldBe(Her2Status.Negative);

    [Fact]
    [Trait("Row", "4a/ihc-1")]
    public void Cap2016_IhcOne_IsNegative() => Read(Ihc(1)).ShouldBe(Her2Status.Negative);

    [Fact]
    [Trait("Row", "4a/ihc-2")]
    [Trait("Row", "4a/ihc-2-ish-pending")]
    public void Cap2016_IhcTwo_IsEquivocalUntilIsh() => Read(Ihc(2)).ShouldBe(Her2Status.Equivocal, "equivocal-without-ish");

    [Fact]
    [Trait("Row", "4a/ihc-3")]
    public void Cap2016_IhcThree_IsPositive() => Read(Ihc(3)).ShouldBe(Her2Status.Positive);

    [Theory]
    [Trait("Row", "4a/ihc-2-ratio-ge-2")]
    [InlineData("2.0")]
    [InlineData("2.01")]
    [InlineData("9.3")]
    public void Cap2016_IhcTwoRatioTwoOrMore_IsPositive(string ratio) => Read(Ihc(2).Ratio("r", 0, Number(ratio), specimen: Specimen)).ShouldBe(Her2Status.Positive);

    [Theory]
    [Trait("Row", "4a/ihc-2-ratio-lt-2")]
    [InlineData("1.99")]
    [InlineData("0.8")]
    public void Cap2016_IhcTwoRatioBelowTwo_IsNegative(string ratio) => Read(Ihc(2).Ratio("r", 0, Number(ratio), specimen: Specimen)).ShouldBe(Her2Status.Negative);

    [Theory]
    [Trait("Row", "4a/ihc-2-ish-pending")]
    [InlineData("5.9", Her2Status.Equivocal, "equivocal-without-ish")]
    [InlineData("6.0", Her2Status.Indeterminate, "copies-without-ratio")]
    public void Cap2016_IhcTwoCopiesWithoutRatio_IsNotDecided(string copies, Her2Status status, string note) =>
        Read(Ihc(2).Assayed(Assay("c", 0, AssayMethod.Ish, new AssayResult.Gene(null, null, new Measure(Number(copies), MeasureBound.Exact)), specimen: Specimen)))
            .ShouldBe(status, note);

    [Theory]
    [Trait("Row", "4a/ihc-01-ratio-ge-2")]
    [Trait("Row", "4e/gastric-ihc-wins")]
    [InlineData(0)]
    [InlineData(1)]
    public void Cap2016_IhcZeroOrOneAndAmplified_IsNegativeWithMismatch(int score) =>
        Read(Ihc(score).Ratio("r", 0, 2.4m, specimen: Specimen)).ShouldBe(Her2Status.Negative, Mismatch);

    [Fact]
    [Trait("Row", "4a/ihc-3-ratio-lt-2")]
    [Trait("Row", "4e/gastric-ihc-wins")]
    public void Cap2016_IhcThreeNotAmplified_IsPositiveWithMismatch() =>
        Read(Ihc(3).Ratio("r", 0, 1.4m, specimen: Specimen)).ShouldBe(Her2Status.Positive, Mismatch);

    [Theory]
    [Trait("Row", "4a/ish-only")]
    [InlineData("2.0", Her2Status.Positive)]
    [InlineData("1.9", Her2Status.Negative)]
    public void Cap2016_IshOnly_DecidesAndSaysNoIhc(string ratio, Her2Status expected) =>
        Read(new PatientBuilder().Gastric().Ratio("r", 0, Number(ratio), specimen: Specimen)).ShouldBe(expected, NoIhc);

    [Theory]
    [Trait("Row", "4e/ihc-2-same-specimen")]
    [InlineData(true, Her2Status.Positive)]
    [InlineData(false, Her2Status.Negative)]
    public void SameSpecimen_IshOverIhcTwo_Wins(bool amplified, Her2Status expected) =>
        Read(Ihc(2).Ish("f", 0, amplified, specimen: Specimen)).ShouldBe(expected);

    private static PatientBuilder Ihc(int score) => new PatientBuilder().Gastric().Ihc("i", 0, score, specimen: Specimen);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ReadAnswer Read(PatientBuilder patient)
    {
        var assessment = patient.AsOf(10).History.Assessments.ShouldHaveSingleItem();
        return new ReadAnswer(assessment.Status, [.. assessment.Notes]);
    }

    private sealed record ReadAnswer(Her2Status? Status, IReadOnlyList<string> Notes)
    {
        public void ShouldBe(Her2Status status, params string[] notes)
        {
            Status.ShouldBe(status);
            Notes.ShouldBe(notes, ignoreOrder: true);
        }
    }
}
