using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Words of a report beside coded results: what contradicts is told once, what could be taken otherwise is provisional.</summary>
public sealed class NarrativeEvidenceTests
{
    [Theory]
    [InlineData(3, Her2Status.Negative, 1)]
    [InlineData(0, Her2Status.Positive, 1)]
    [InlineData(3, Her2Status.Positive, 0)]
    [InlineData(2, Her2Status.Negative, 0)]
    public void Evaluate_WordsAgainstCode_IsOneContradiction(int score, Her2Status coded, int flags)
    {
        var assessed = Patient(score, coded, narrative: true).AsOf(10);

        assessed.Flags.Count(static flag => flag.Code is ContradictoryCodingRule.Code).ShouldBe(flags);
        assessed.Flags.Any(static flag => flag.Code == IhcIshMismatchRule.Code).ShouldBe(score == 2, "two plus called negative is the mismatch of rule 12");
    }

    [Fact]
    public void Evaluate_CodeAgainstCode_IsTheMismatchRule()
    {
        var assessed = Patient(3, Her2Status.Negative, narrative: false).AsOf(10);

        assessed.Flags.ShouldHaveSingleItem().Code.ShouldBe(IhcIshMismatchRule.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Evaluate_WordsThatCouldBeTakenOtherwise_MakeTheFlagProvisional(bool tentative)
    {
        var builder = new PatientBuilder().Gastric();
        builder.Add(Stated("first", 0, Her2Status.Positive));
        builder.Add(Stated("second", 200, Her2Status.Negative) with { IsTentative = tentative, Quote = "triple negative" });
        var flag = builder.AsOf(201).Flags.ShouldHaveSingleItem();

        flag.Code.ShouldBe("positive-to-negative");
        flag.Provisional.ShouldBe(tentative);
        flag.Text.Contains("\"triple negative\"", StringComparison.Ordinal).ShouldBe(tentative);
    }

    private static PatientBuilder Patient(int score, Her2Status coded, bool narrative)
    {
        var builder = new PatientBuilder().Gastric();
        builder.Add(Stated("coded", 0, coded) with { Specimen = new("Specimen/s") });
        builder.Add(Stated("report", 0, coded) with
        {
            Result = new AssayResult.Ihc(score),
            Specimen = new("Specimen/s"),
            IsNarrative = narrative,
            Quote = "strong complete staining",
        });
        return builder;
    }

    private static AssayFact Stated(string id, int day, Her2Status status) => new()
    {
        Source = new("Observation", id, "1", "Observation"),
        When = PatientBuilder.Day(day),
        Method = AssayMethod.Ihc,
        Result = new AssayResult.Stated(status),
    };
}
