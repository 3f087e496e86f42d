using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class MolecularAndCodingBoundaryTests
{
    /// <summary>2021-03-01 to 2021-03-31: days 56 to 86.</summary>
    [Theory]
    [InlineData(27, "")]
    [InlineData(28, "56: ? plasma-dates-too-coarse")]
    [InlineData(57, "57: ? plasma-dates-too-coarse")]
    [InlineData(58, "58: moderate active\n424: moderate resolved historical 58 to 424")]
    public void SampleOfAMonth_NearAProgression_IsComparedWhereEveryDayOfItIsNear(int progressed, string said) =>
        Timeline.Of("H2B-10", Treated().Progression(progressed)
            .Assayed(Sample("base", -10, new Measure(10m)))
            .Assayed(Sample("pd", 0, new Measure(3m)) with { When = Month(2021, 3) })).ShouldBe(said);
}
