using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>A weaker flag from day 10 to day 50 beside a stronger one; and on what a tumour's status hangs.</summary>
public sealed class StrongerFlagsBoundaryTests
{
    [Theory]
    [InlineData(5, null, "")]
    [InlineData(10, null, "")]
    [InlineData(11, null, "10-50")]
    [InlineData(5, 10, "10-50")]
    [InlineData(5, 11, "11-50")]
    [InlineData(5, 49, "49-50")]
    [InlineData(5, 50, "")]
    [InlineData(5, 60, "")]
    public void Heard_StrongerOpenAtItsStart_IsSilentUntilThatOneEnds(int start, int? end, string expected) =>
        Heard(Strong(start, end), Weak()).ShouldBe(expected);

    [Fact]
    public void Heard_WeakerThatLasts_BeginsWhenTheStrongerEnds()
    {
        Heard(Strong(5, 30), Weak() with { End = null }).ShouldBe("30-");
        Heard(Strong(5, null), Weak() with { End = null }).ShouldBe("");
    }

    [Fact]
    public void Heard_StrongerOfAnotherTumourOrSide_SilencesNothing()
    {
        var left = new ResourceKey("Condition/left");
        var right = new ResourceKey("Condition/right");

        Heard(Strong(5, null) with { Tumour = TumourKind.Breast }, Weak()).ShouldBe("10-50");
        Heard(Strong(5, null) with { Focus = left }, Weak() with { Focus = right }).ShouldBe("10-50");
        Heard(Strong(5, null) with { Focus = left }, Weak() with { Focus = left }).ShouldBe("");
        Heard(Strong(5, null) with { Focus = left }, Weak()).ShouldBe("");
        Heard(Strong(5, null), Weak() with { Focus = left }).ShouldBe("");
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void Heard_SilencedByARuleWithoutAFullAnswer_CannotTell(bool strongUndetermined, bool otherUndetermined, bool expected)
    {
        var (strong, other, weak) = (Outcome(Strong(5, null)), Outcome(), Outcome(Weak()));
        if (strongUndetermined)
        {
            strong.CannotTell("r");
        }

        if (otherUndetermined)
        {
            other.CannotTell("r");
        }

        StrongerFlags.Heard([(Card("S"), strong), (Card("O"), other), (Card("W", "S"), weak)]).Count(static flag => flag.Code == "weak").ShouldBe(0);
        weak.Undetermined.ShouldBe(expected ? ["stronger-flag-undetermined"] : []);
    }

    [Fact]
    public void Heard_RuleThatIsSilentForNone_IsAlwaysHeard() =>
        StrongerFlags.Heard([(Card("S"), Outcome(Strong(5, null))), (Card("W"), Outcome(Weak()))]).Count().ShouldBe(2);

    [Fact]
    public void NextAfter_SeveralLaterResults_IsTheFirstDeterminateKnown()
    {
        var line = Line(new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 20, 2, issued: 25, specimen: "Specimen/b")
            .Ish("i", 20, false, issued: 60, specimen: "Specimen/b").Ihc("c", 30, 0, issued: 70, specimen: "Specimen/c").Ihc("d", 40, 2, issued: 45, specimen: "Specimen/d"));

        StatusDecision.NextAfter(line.Assessments[0], line).ShouldBe(Instant(60));
        StatusDecision.NextAfter(line.Assessments[1], line).ShouldBe(Instant(70));
        StatusDecision.NextAfter(line.Assessments[3], line).ShouldBeNull();
        StatusDecision.DeterminateFrom(line.Assessments[1]).ShouldBe(Instant(60));
        StatusDecision.DeterminateFrom(line.Assessments[3]).ShouldBe(Instant(45), "its first moment where it never was");
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(120, 120)]
    [InlineData(58, 100)]
    [InlineData(57, null)]
    public void TreatedFrom_DoseAroundTheResult_IsFromTheLaterOfBoth(int dose, int? expected)
    {
        var line = Line(new PatientBuilder().Gastric().Doses(Trastuzumab, dose, 300));

        StatusDecision.TreatedFrom(line.Doses, Instant(100), 42).ShouldBe(Instant(expected ?? 300));
    }

    [Theory]
    [InlineData(10, 8)]
    [InlineData(8, 8)]
    public void PlasmaSamples_OfOneAssay_AreKnownFromTheFirstResultAndSayTheLast(int first, int known)
    {
        AssayFact Of(string id, bool? call, decimal? copies, int issued, string assay = "a|lab") =>
            Assay(id, 0, AssayMethod.Ngs, new AssayResult.Gene(call, Copies: copies is { } n ? new Measure(n) : null), issued: issued, specimen: "Specimen/s") with
            {
                Material = SpecimenKind.Plasma,
                Assay = assay,
            };

        var samples = HistoryBuilder.Build(
            new PatientKey("p1"),
            [Of("a", false, 3m, first), Of("b", true, null, 8), Of("c", null, 5m, 12), Of("d", true, 7m, 9, "b|lab")],
            new RuleContext(Instant(100), Completeness.Whole)).PlasmaSamples;

        samples.Select(static sample => sample.Assay).ShouldBe(["a|lab", "b|lab"]);
        samples[0].KnownFrom.ShouldBe(Instant(known));
        samples[0].Copies.ShouldBe(new Measure(5m));
        samples[0].Detected.ShouldBe(first == 8 ? null : false, "two of one moment contradict each other");
        samples[1].Copies.ShouldBe(new Measure(7m));
    }

    [Fact]
    public void PlasmaSamples_StatedInWords_AreACall()
    {
        AssayFact Of(string id, int day, Her2Status status) => Assay(id, day, AssayMethod.Overall, new AssayResult.Stated(status), specimen: "Specimen/" + id) with
        {
            Material = SpecimenKind.Plasma,
        };

        var samples = HistoryBuilder.Build(
            new PatientKey("p1"),
            [Of("c", 9, Her2Status.Equivocal), Of("b", 5, Her2Status.Negative), Of("a", 7, Her2Status.Positive)],
            new RuleContext(Instant(100), Completeness.Whole)).PlasmaSamples;

        samples.Select(static sample => sample.Detected).ShouldBe([false, true, null]);
        HistoryBuilder.Build(new PatientKey("p1"), [], new RuleContext(Instant(100), Completeness.Whole)).PlasmaSamples.ShouldBeEmpty();
    }

    private static TumourLine Line(PatientBuilder patient) =>
        HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, new RuleContext(Instant(900), Completeness.Whole)).Tumours[0];

    private static string Heard(Flag strong, Flag weak) => string.Join(
        ' ',
        StrongerFlags.Heard([(Card("S"), Outcome(strong)), (Card("W", "S"), Outcome(weak))])
            .Where(static flag => flag.Code == "weak").Select(static flag => $"{(flag.Start - Instant(0)).Days}-{(flag.End - Instant(0))?.Days}"));

    private static RuleCard Card(string id, params string[] silentWhile) => new(new RuleId(id), 1, id)
    {
        Codes = [id],
        Trigger = id,
        Clears = id,
        Severity = id,
        Source = id,
        SilentWhileOpen = [.. silentWhile.Select(static stronger => new RuleId(stronger))],
    };

    private static RuleOutcome Outcome(params Flag[] flags)
    {
        var outcome = new RuleOutcome(Instant(100));
        foreach (var flag in flags)
        {
            outcome.Raise(flag);
        }

        return outcome;
    }

    private static Flag Strong(int start, int? end) => Weak() with
    {
        Rule = new RuleId("S"),
        Code = "strong",
        Start = Instant(start),
        End = end is { } day ? Instant(day) : null,
    };

    private static Flag Weak() => new()
    {
        Patient = new("p1"),
        Rule = new("W"),
        Code = "weak",
        Anchor = "none",
        Severity = FlagSeverity.Low,
        State = FlagState.Active,
        Effective = Day(10),
        Start = Instant(10),
        End = Instant(50),
        Text = "text",
        Evidence = [],
    };
}
