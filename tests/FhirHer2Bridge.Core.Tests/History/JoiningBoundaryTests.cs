using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>What a result borrows from its specimen, its parents and its report, and from when on it exists.</summary>
public sealed partial class JoiningBoundaryTests
{
    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void When_CollectionThenOwnTimeThenReport_TheFirstThatIsStated()
    {
        One(Result() with { Specimen = new("Specimen/s") }, Specimen("s") with { When = Day(3) }, Report("r") with { When = Day(1) }).When.ShouldBe(Day(3));
        One(Result() with { Specimen = new("Specimen/s") }, Specimen("s"), Report("r") with { When = Day(1) }).When.ShouldBe(Day(5));
        One(Result() with { When = null }, Report("q"), Report("r") with { When = Day(1) }).When.ShouldBe(Day(1));
        One(Result() with { Specimen = new("Specimen/s") }, Specimen("s", parent: "p"), Specimen("p") with { When = Day(2) }).When.ShouldBe(Day(2));
    }

    [Theory]
    [Trait("Row", "4e/as-of-date")]
    [InlineData(9, null, 9)]
    [InlineData(9, 8, 9)]
    [InlineData(null, 8, 7)]
    [InlineData(null, null, 5)]
    [InlineData(2, null, 5)]
    public void KnownFrom_OwnIssueThenTheReports_IsNeverBeforeTheCollection(int? own, int? reported, int expected)
    {
        Fact[] facts =
        [
            Result() with { Issued = own is { } issued ? Instant(issued) : null },
            Report("r") with { Issued = reported is { } first ? Instant(first) : null },
            Report("q") with { Issued = reported is { } second ? Instant(second - 1) : null },
            Report("n"),
        ];

        One(facts).KnownFrom.ShouldBe(Instant(expected));
        View(Instant(expected).AddTicks(-1), facts).History.Assessments.ShouldBeEmpty();
        View(Instant(expected), facts).History.Assessments.Count.ShouldBe(1);
        View(Instant(expected).AddTicks(-1), facts).NextVisible.ShouldBe(Instant(expected));
    }

    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void NextVisible_SeveralToCome_IsTheFirst()
    {
        Fact[] facts = [Result() with { Issued = Instant(30) }, Result("b") with { Issued = Instant(20) }, Result("c") with { Issued = Instant(40) }];

        View(Instant(10), facts).NextVisible.ShouldBe(Instant(20));
        View(Instant(20), facts).NextVisible.ShouldBe(Instant(30));
        View(Instant(40), facts).NextVisible.ShouldBeNull();
    }

    [Fact]
    [Trait("Row", "4e/as-of-date")]
    public void VisibleFrom_AlterationOrPanelOnASpecimen_IsFromItsIssueElseItsCollection()
    {
        var alteration = new AlterationFact { Source = Ref("v"), When = Day(5), Gene = "KRAS", Kind = AlterationKind.Mutation, Present = true, Specimen = new("Specimen/s") };
        var panel = new PanelFact { Source = Ref("p"), When = Day(5), Genes = ["KRAS"], Specimen = new("Specimen/s") };
        var specimen = Specimen("s") with { When = Day(3) };

        View(Instant(3).AddTicks(-1), alteration, panel, specimen).Alterations.ShouldBeEmpty();
        View(Instant(3), alteration, panel, specimen).Alterations.Single().When.ShouldBe(Day(3));
        View(Instant(3), alteration, panel, specimen).Panels.Single().When.ShouldBe(Day(3));
        View(Instant(8), alteration with { Issued = Instant(9) }, panel with { Issued = Instant(9) }, specimen).Alterations.ShouldBeEmpty();
        View(Instant(8), alteration with { Issued = Instant(9) }, panel with { Issued = Instant(9) }, specimen).Panels.ShouldBeEmpty();
        View(Instant(9), alteration with { Issued = Instant(9) }, panel, specimen).Alterations.Single().Issued.ShouldBe(Instant(9));
    }

    [Fact]
    public void Alterations_OfSeveralDays_AreOldestFirstAndUndatedOnesAreAGap()
    {
        AlterationFact Of(string id, int? day) => new()
        {
            Source = Ref(id),
            When = day is { } d ? Day(d) : null,
            Gene = "KRAS",
            Kind = AlterationKind.Mutation,
            Present = true,
        };

        var view = View(Instant(100), Of("a", 9), Of("b", 3), Of("c", null));

        view.Alterations.Select(static fact => fact.Source.Id).ShouldBe(["b", "a"]);
        view.Gaps.Single().Source.Id.ShouldBe("c");
    }

    [Fact]
    public void Specimen_OwnElseTheOnlyOneOfItsReports_ByItsRoot()
    {
        One(Result(), Report("r") with { Specimens = [new("Specimen/a")] }).Specimen.ShouldBe(new ResourceKey("Specimen/a"));
        One(Result(), Report("r") with { Specimens = [new("Specimen/a"), new("Specimen/b")] }).Specimen.ShouldBeNull();
        One(Result(), Report("r") with { Specimens = [new("Specimen/a")] }, Report("q") with { Specimens = [new("Specimen/b")] }).Specimen.ShouldBeNull();
        One(Result() with { Specimen = new("Specimen/own") }, Report("r") with { Specimens = [new("Specimen/a")] }).Specimen.ShouldBe(new ResourceKey("Specimen/own"));
        One(Result() with { Specimen = new("Specimen/slide") }, Specimen("slide", parent: "block"), Specimen("block", parent: "sample"), Specimen("sample"))
            .Specimen.ShouldBe(new ResourceKey("Specimen/sample"));
        One(Result(), Report("r") with { Specimens = [new("Specimen/slide"), new("Specimen/block")] }, Specimen("slide", parent: "block"))
            .Specimen.ShouldBe(new ResourceKey("Specimen/block"), "two parts of one sample are one");
    }

    [Fact]
    public void Specimen_ChainThatBitesItsTail_EndsTheClimb() =>
        One(Result() with { Specimen = new("Specimen/a") }, Specimen("a", parent: "b"), Specimen("b", parent: "a")).Specimen.ShouldNotBeNull();

    [Fact]
    public void Tumour_ConditionThenSpecimenThenOwnSite_TheFirstThatSaysOne()
    {
        var gastric = new TumourFact { Source = new("Condition", "g", "1", "code"), Kind = TumourKind.Gastric, Condition = new("Condition/g") };
        var breast = new TumourFact { Source = new("Condition", "b", "1", "code"), Kind = TumourKind.Breast, Condition = new("Condition/b") };
        var result = Result() with { Specimen = new("Specimen/s"), SiteTumour = TumourKind.Gastric };

        One(result with { Conditions = [new("Condition/x"), new("Condition/b")] }, gastric, breast, Specimen("s") with { SiteTumour = TumourKind.Gastric })
            .Tumour.ShouldBe(TumourKind.Breast);
        One(result, gastric, breast, Specimen("s", parent: "p"), Specimen("p") with { SiteTumour = TumourKind.Breast }).Tumour.ShouldBe(TumourKind.Breast);
        One(result, gastric, breast, Specimen("s")).Tumour.ShouldBe(TumourKind.Gastric);
        One(Result(), gastric, breast).Tumour.ShouldBe(TumourKind.None);
    }

    [Theory]
    [InlineData("left breast", TumourKind.Breast, BodySide.Left)]
    [InlineData("left axilla", TumourKind.None, null)]
    public void Side_OfASite_CountsOnlyInTheOrgan(string site, TumourKind organ, BodySide? expected)
    {
        var both = new Fact[] { Sided("l", "left"), Sided("r", "right") };

        Line(expected, [.. both, Result() with { Site = site, SiteTumour = organ }]);
        Line(expected, [.. both, Result() with { Specimen = new("Specimen/s") }, Specimen("s") with { Site = site, SiteTumour = organ }]);
    }

    [Fact]
    public void Side_ConditionSaysIt_BeforeAnySite() =>
        Line(BodySide.Right, Sided("l", "left"), Sided("r", "right"), Result() with { Conditions = [new("Condition/r")], Site = "left breast", SiteTumour = TumourKind.Breast });

    [Fact]
    public void Material_SpecimenOrItsParent_BeforeWhatTheResultSays()
    {
        var plasma = Result() with { Method = AssayMethod.Ngs, Result = new AssayResult.Gene(true), Specimen = new("Specimen/s"), Material = SpecimenKind.Plasma };

        One(plasma, Specimen("s")).Track.ShouldBe(AssessmentTrack.Plasma);
        One(plasma, Specimen("s", parent: "p"), Specimen("p") with { Kind = SpecimenKind.Tissue }).Track.ShouldBe(AssessmentTrack.Tissue);
        One(plasma with { Material = SpecimenKind.Unstated }, Specimen("s") with { Kind = SpecimenKind.Plasma }).Track.ShouldBe(AssessmentTrack.Plasma);
    }

    [Fact]
    public void Unsatisfactory_SpecimenOrItsParent_LeavesNoResult()
    {
        One(Result() with { Specimen = new("Specimen/s") }, Specimen("s", parent: "p"), Specimen("p") with { Unsatisfactory = true })
            .Notes.ShouldContain("specimen-unsatisfactory");
        One(Result() with { Specimen = new("Specimen/s") }, Specimen("s")).Status.ShouldBe(Positive);
    }

    [Theory]
    [Trait("Row", "4f/tumour-fraction-1")]
    [InlineData(5, null, Negative)]
    [InlineData(5, 5, Negative)]
    [InlineData(5, 0, Indeterminate)]
    [InlineData(null, 5, Indeterminate)]
    public void TumourFraction_OfTheSameSample_IsLentWhereItIsOne(int? own, int? second, Her2Status expected)
    {
        var plasma = Assay("a", 5, AssayMethod.Ngs, new AssayResult.Gene(false), specimen: "Specimen/tube") with { Material = SpecimenKind.Plasma };
        List<Fact> facts = [plasma, Specimen("tube", parent: "draw")];
        TumourFractionFact Of(string id, int percent, string specimen) =>
            new() { Source = Ref(id), When = Day(5), Percent = new Measure(percent), Specimen = new(specimen) };
        if (own is { } stated)
        {
            facts.Add(Of("f1", stated, "Specimen/draw"));
        }

        if (second is { } other)
        {
            facts.Add(Of("f2", other, own is null ? "Specimen/other" : "Specimen/tube"));
        }

        One([.. facts]).Status.ShouldBe(expected);
    }

    [Fact]
    [Trait("Row", "4f/tumour-fraction-1")]
    public void TumourFraction_OfTheSameReport_IsLentToItsResults()
    {
        var plasma = Assay("a", 5, AssayMethod.Ngs, new AssayResult.Gene(false)) with { Material = SpecimenKind.Plasma };
        var fraction = new TumourFractionFact { Source = Ref("f"), When = Day(5), Percent = new Measure(5m) };

        One(plasma, fraction, Report("r", "Observation/a", "Observation/f"), Report("s", "Observation/f")).Status.ShouldBe(Negative);
        One(plasma, fraction, Report("r", "Observation/a"), Report("s", "Observation/f")).Status.ShouldBe(Indeterminate);
    }

    [Theory]
    [InlineData(FactStanding.Final, true)]
    [InlineData(FactStanding.Amended, true)]
    [InlineData(FactStanding.Preliminary, false)]
    public void Gaps_ResultWithoutAnyDate_MayHideATestUnlessItIsPreliminary(FactStanding standing, bool hides)
    {
        var gap = View(Instant(100), Result() with { When = null, Standing = standing }).Gaps.Single();

        gap.Code.ShouldBe("undated-result");
        gap.MayHideTest.ShouldBe(hides);
    }

    [Fact]
    public void Gaps_SerumHer2_IsNoTumourStatusAndHidesNone()
    {
        foreach (var serum in new[] { Result() with { Method = AssayMethod.Serum }, Result() with { Material = SpecimenKind.Serum } })
        {
            var view = View(Instant(100), serum);
            view.History.Assessments.ShouldBeEmpty();
            view.Gaps.Single().Code.ShouldBe("serum-her2");
            view.Gaps.Single().MayHideTest.ShouldBeFalse();
        }
    }

    [Fact]
    public void Gaps_Listed_AreOncePerSourceAndReasonInOrder()
    {
        GapFact Gap(string id, string code) => new() { Source = Ref(id), Code = code, Reason = "r" };

        View(Instant(100), Gap("b", "y"), Gap("b", "x"), Gap("a", "z"), Gap("b", "y")).History.Gaps
            .Select(static gap => gap.Source.Id + gap.Code).ShouldBe(["az", "bx", "by"]);
    }

    private static void Line(BodySide? expected, params Fact[] facts)
    {
        var view = View(Instant(100), facts);
        view.Tumours.Where(static line => line.Assessments.Count > 0).Select(static line => line.Side).ShouldBe(expected is null ? [] : [expected]);
        view.Unassigned.Count.ShouldBe(expected is null ? 1 : 0);
    }

    private static TumourFact Sided(string id, string side) => new()
    {
        Source = new("Condition", id, "1", "code"),
        Kind = TumourKind.Breast,
        Condition = new("Condition/" + id),
        Site = side + " breast",
    };

    private static Assessment One(params Fact[] facts) => View(Instant(100), facts).History.Assessments.Single();

    private static PatientView View(DateTimeOffset asOf, params Fact[] facts) =>
        HistoryBuilder.Build(new PatientKey("p1"), facts, new RuleContext(asOf, Completeness.Whole));

    private static AssayFact Result(string id = "a", int day = 5) => Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(3));

    private static SpecimenFact Specimen(string id, string? parent = null) => new()
    {
        Source = new SourceRef("Specimen", id, "1", "Specimen"),
        Specimen = new ResourceKey("Specimen/" + id),
        Parent = parent is null ? null : new ResourceKey("Specimen/" + parent),
    };

    private static ReportFact Report(string id, params string[] results) => new()
    {
        Source = new SourceRef("DiagnosticReport", id, "1", "DiagnosticReport"),
        Results = results.Length == 0 ? [new("Observation/a")] : results.Select(static key => new ResourceKey(key)).ToEquatableArray(),
    };

    private static SourceRef Ref(string id) => new("Observation", id, "1", "Observation");
}
