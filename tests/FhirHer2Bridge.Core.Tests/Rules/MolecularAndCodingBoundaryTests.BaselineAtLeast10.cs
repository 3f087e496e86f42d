using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class MolecularAndCodingBoundaryTests
{
    [Fact]
    public void BaselineAtLeast10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtLeast10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtLeast10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtLeast10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineGreaterThan10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineGreaterThan10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineGreaterThan10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Fall_BaselineWithoutCopies_CannotBeCompared() =>
        Timeline.Of("H2B-10", Progressed(copies: 0m)
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_BaselineWithoutCopies_CannotBeCompared() =>
        Timeline.Of("H2B-11", Progressed(copies: 0m)
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Lost_AssayCallsItAtBaselineOnly_IsAFall() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, 1.5m, detected: true)
            .Plasma("pd", 105, 1.5m, detected: false)).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Lost_BaselinePositiveByItsNumber_IsAFall() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, 5m)
            .Plasma("pd", 105, null, detected: false)).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Lost_BaselineNotDetectedEither_CannotBeCompared() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, null, detected: false)
            .Plasma("pd", 105, null, detected: false)).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Lost_DetectedAtProgression_CannotBeCompared() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Plasma("base", -10, null, detected: true)
            .Plasma("pd", 105, null, detected: true)).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Fall_SampleAtTheEdgeOfTheWindow_IsAtProgression() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 128, new Measure(4m)))).ShouldBe("""
        128: moderate active
        466: moderate resolved historical 128 to 466
        """);

    [Fact]
    public void Fall_SampleBeyondTheWindow_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 129, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SampleAtTheEdgeBefore_IsAtProgression() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 72, new Measure(4m)))).ShouldBe("""
        100: moderate active
        466: moderate resolved historical 100 to 466
        """);

    [Fact]
    public void Fall_SampleBeyondTheWindowBefore_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 71, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SampleOfAMonthWhollyInTheWindow_IsAtProgression() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 4) })).ShouldBe("""
        100: moderate active
        466: moderate resolved historical 100 to 466
        """);

    [Fact]
    public void Fall_SampleOfAMonthThatTouchesTheWindow_CannotBePlaced() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 5) })).ShouldBe("""
        117: ? plasma-dates-too-coarse
        """);

    [Fact]
    public void Fall_SampleOfAMonthBeforeThatTouchesTheWindow_CannotBePlaced() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 3) })).ShouldBe("""
        100: ? plasma-dates-too-coarse
        """);

    [Fact]
    public void Fall_SampleOfAMonthOutsideTheWindow_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 6) })).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SampleOfAMonthLongBefore_IsNot() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { When = Month(2021, 2) })).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_SeveralSamples_TheNearestToTheProgressionSpeaks() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("far", 80, new Measure(4m)))
            .Assayed(Sample("near", 98, new Measure(10m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_TwoSamplesEquallyNear_TheLaterSpeaks() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("before", 95, new Measure(10m)))
            .Assayed(Sample("after", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_BaselineAtTheEdge_IsOne() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Assayed(Sample("base", -42, new Measure(10m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_BaselineTooOld_IsNone() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Assayed(Sample("base", -43, new Measure(10m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? no-plasma-baseline
        """);

    [Fact]
    public void Fall_BaselineOnTheDayOfTheFirstDose_IsOne() =>
        Timeline.Of("H2B-10", Treated()
            .Progression(100)
            .Assayed(Sample("base", 0, new Measure(10m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_SeveralBaselines_TheLastCounts() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("later", -5, new Measure(4m)))
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_OtherAssay_CannotBeCompared() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(4m)) with { Assay = "other|lab" })).ShouldBe("""
        105: ? plasma-assays-differ
        """);

    [Fact]
    public void Fall_TwoProgressionsCloseTogether_AreSaidOnce() =>
        Timeline.Of("H2B-10", Progressed()
            .Progression(112)
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);
}
