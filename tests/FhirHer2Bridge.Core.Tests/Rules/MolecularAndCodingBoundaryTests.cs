using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>Sequencing, plasma, unread and contradictory sources: the day on which each is said, ends, or cannot be told.</summary>
public sealed partial class MolecularAndCodingBoundaryTests
{
    [Fact]
    public void Fall_AtTheBandBelow_IsNoChange() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Fall_JustBelowTheBand_IsAFall() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(7.9m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_LessThanTheBand_IsAFall() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.LessThan)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Fall_AtMostTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.AtMost)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Fall_MoreThanTheBandBelow_LeavesItOpen() =>
        Timeline.Of("H2B-10", Progressed()
            .Assayed(Sample("pd", 105, new Measure(8m, MeasureBound.GreaterThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_AtTheBandAbove_IsNoChange() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m)))).ShouldBe("""
        
        """);

    [Fact]
    public void Rise_JustAboveTheBand_IsARise() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12.1m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Rise_MoreThanTheBand_IsARise() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.GreaterThan)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Rise_AtLeastTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.AtLeast)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_AtLeastMoreThanTheBand_IsARise() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12.1m, MeasureBound.AtLeast)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void Rise_MoreThanLessThanTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(11.9m, MeasureBound.GreaterThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_AtMostTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12m, MeasureBound.AtMost)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_LessThanTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(9m, MeasureBound.LessThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void Rise_LessThanMoreThanTheBand_LeavesItOpen() =>
        Timeline.Of("H2B-11", Progressed()
            .Assayed(Sample("pd", 105, new Measure(12.1m, MeasureBound.LessThan)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineLessThan10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineLessThan10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineAtMost10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And10AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And10AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(10m)))).ShouldBe("""
        105: ? copy-numbers-not-comparable
        """);

    [Fact]
    public void BaselineAtMost10_And20AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        
        """);

    [Fact]
    public void BaselineAtMost10_And20AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed("<=")
            .Assayed(Sample("pd", 105, new Measure(20m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineAtLeast10_And4AtProgression_FallOnlyWhereCertain() =>
        Timeline.Of("H2B-10", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        105: moderate active
        466: moderate resolved historical 105 to 466
        """);

    [Fact]
    public void BaselineAtLeast10_And4AtProgression_RiseOnlyWhereCertain() =>
        Timeline.Of("H2B-11", Progressed(">=")
            .Assayed(Sample("pd", 105, new Measure(4m)))).ShouldBe("""
        
        """);

    private static PatientBuilder Gastric() => new PatientBuilder().Gastric(-300);

    private static PatientBuilder Two() => new PatientBuilder().Gastric(-300).Breast();

    private static PatientBuilder Treated() => Gastric().Ihc("t", -40, 3, specimen: "Specimen/t").Doses(Trastuzumab, 0, 21, 42, 63, 84);

    private static PatientBuilder Progressed(string? bound = null, decimal copies = 10m) =>
        Treated().Progression(100).Assayed(Sample("base", -10, new Measure(copies, Bound(bound))));

    private static AssayFact Sample(string id, int day, Measure copies, decimal? fraction = 5m, int? issued = null) =>
        Assay(id, day, AssayMethod.Ngs, new AssayResult.Gene(null, Copies: copies), issued: issued, specimen: "Specimen/" + id) with
        {
            Material = SpecimenKind.Plasma,
            Assay = Molecular.OneAssay,
            TumourFraction = fraction is { } percent ? new Measure(percent) : null,
        };

    private static MeasureBound Bound(string? sign) => sign switch
    {
        "<" => MeasureBound.LessThan,
        "<=" => MeasureBound.AtMost,
        ">=" => MeasureBound.AtLeast,
        ">" => MeasureBound.GreaterThan,
        _ => MeasureBound.Exact,
    };

    private static AssayFact Contradictory(string id, int day, int issued) =>
        Assay(id, day, AssayMethod.Overall, new AssayResult.Inconclusive("contradictory-coding"), issued: issued, specimen: "Specimen/" + id);

    private static GapFact Unread(string id, int? day, bool test = true, bool dose = false, string code = "text-not-read") => new()
    {
        Source = new SourceRef("DiagnosticReport", id, "1", "DiagnosticReport"),
        When = day is { } d ? Day(d) : null,
        Code = code,
        Reason = "not readable",
        MayHideTest = test,
        MayHideDose = dose,
    };

    private static StatedByConditionFact Diagnosis(string id, int? day, Her2Status status = Positive) => new()
    {
        Source = new SourceRef("Condition", id, "1", "code"),
        When = day is { } d ? Day(d) : null,
        Status = status,
        Label = "HER2 carcinoma",
    };

    private static AssayFact Late(string id, int day, int score, int issued, int? seen) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: issued, specimen: "Specimen/" + id) with
        {
            FirstSeen = seen is { } first ? Instant(first) : null,
        };
}
