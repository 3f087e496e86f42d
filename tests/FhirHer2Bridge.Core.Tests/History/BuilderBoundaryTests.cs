using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Tests.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>What the rules are given: in which order, from when, and when it changes next.</summary>
public sealed class BuilderBoundaryTests
{
    [Theory]
    [InlineData(90, "")]
    [InlineData(91, "moderate active")]
    public void Build_FirstSignIsAResult_MetastasisInTheStagingDaysIsNoProgression(int day, string said) =>
        new PatientBuilder().Breast().Ihc("t", 0, 3, specimen: "Specimen/t").Add(Metastasis(day))
            .Said("progression-without-retest", day + 42).ShouldBe(said);

    [Theory]
    [InlineData(90, "")]
    [InlineData(91, "moderate active")]
    public void Build_FirstSignIsADose_MetastasisInTheStagingDaysIsNoProgression(int day, string said) =>
        new PatientBuilder().Breast().Doses(Trastuzumab, 0).Add(Metastasis(day))
            .Said("progression-without-retest", day + 42).ShouldBe(said);

    [Theory]
    [InlineData(90, "")]
    [InlineData(91, "moderate active")]
    public void Build_FirstSignIsTheDiagnosis_MetastasisInTheStagingDaysIsNoProgression(int day, string said) =>
        new PatientBuilder().Add(new TumourFact
        {
            Source = new SourceRef("Condition", "breast", "1", "Condition"),
            When = Day(0),
            Kind = TumourKind.Breast,
            Condition = new ResourceKey("Condition/breast"),
        }).Ihc("t", 30, 3, specimen: "Specimen/t").Add(Metastasis(day))
            .Said("progression-without-retest", day + 42).ShouldBe(said);

    [Fact]
    public void Build_SeveralAssessmentsOfOneDay_AreInOrderOfTheirNames() =>
        View(50, Ihc("b", 0), Ihc("a", 0), Ihc("c", 0)).Tumours[0].Assessments.Select(static a => a.Anchor)
            .ShouldBe(["Observation/a", "Observation/b", "Observation/c"]);

    [Fact]
    public void Build_AssessmentOfADayAndOfTheMonthItBegins_TheDayComesFirst() =>
        View(100, Ihc("a", 0) with { When = Month(2021, 2) }, Ihc("b", 28)).Tumours[0].Assessments.Select(static a => a.Anchor)
            .ShouldBe(["Observation/b", "Observation/a"]);

    [Theory]
    [InlineData(4, 5)]
    [InlineData(5, 8)]
    [InlineData(8, null)]
    public void Build_ReplacedVersionsYetToCome_TheNextOneIsAnnounced(int day, int? next) =>
        (View(day, Replaced("a", "1", 5, 20), Replaced("b", "1", 8, 20)).NextVisible is { } due ? (int?)(due - Instant(0)).Days : null).ShouldBe(next);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void Build_ReplacedPreliminaryResult_IsThereFromTheMomentItWasIssued(int day, int count) =>
        View(day, Replaced("a", "1", 5, 20)).Preliminaries.Count.ShouldBe(count);

    [Fact]
    public void Build_ReplacedVersions_AreOldestFirst() =>
        View(50, Replaced("b", "1", 1, 20), Replaced("a", "2", 1, 20), Replaced("a", "1", 1, 20), Replaced("c", "1", 1, 10)).Replaced
            .Select(static fact => $"{fact.Source.Id}/{fact.Source.VersionId}").ShouldBe(["c/1", "a/1", "a/2", "b/1"]);

    [Fact]
    public void Build_PreliminaryResults_AreInTheOrderInWhichTheyBecameKnown() =>
        View(50, Replaced("b", "1", 5, 20), Replaced("a", "2", 5, 20), Replaced("a", "1", 5, 20), Replaced("c", "1", 4, 20)).Preliminaries
            .Select(static result => $"{result.Source.Id}/{result.Source.VersionId}").ShouldBe(["c/1", "a/1", "a/2", "b/1"]);

    [Fact]
    public void Walk_AskedAtAMomentAndBetween_KnowsWhatWasKnownThen()
    {
        var tumour = View(50, Ihc("a", 0, 10), Ihc("b", 1, 20), Ihc("c", 2, 30)).Tumours[0];

        int Known(int day) => StatusWalk.At(tumour, Instant(day), 0).Steps.Count;

        Enumerable.Range(9, 23).Select(Known).ShouldBe([0, .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 10), 3, 3]);
    }

    [Theory]
    [InlineData(200, Her2Status.Positive)]
    [InlineData(-200, Her2Status.Indeterminate)]
    public void Walk_TwoOfOneDayThatDiffer_MatterUntilALaterResult(int settled, Her2Status expected) =>
        new PatientBuilder().Gastric(-400)
            .Ihc("p", 10, 3, specimen: "Specimen/p")
            .Ihc("n", 10, 0, specimen: "Specimen/n")
            .Ihc("s", settled, 3, specimen: "Specimen/s")
            .AsOf(300).History.Status.Status.ShouldBe(expected);

    private static PatientView View(int day, params Fact[] facts) =>
        HistoryBuilder.Build(new PatientKey("p1"), [.. new PatientBuilder().Gastric(-400).Facts, .. facts], new RuleContext(Instant(day), Completeness.Whole));

    private static AssayFact Ihc(string id, int day, int? issued = null) =>
        Assay(id, day, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: issued, specimen: "Specimen/" + id);

    private static AssayFact Replaced(string id, string version, int issued, int replaced) => Ihc(id, 0, issued) with
    {
        Source = new SourceRef("Observation", id, version, "Observation"),
        Standing = FactStanding.Preliminary,
        ReplacedAt = Instant(replaced),
    };

    private static ProgressionFact Metastasis(int day) => new()
    {
        Source = new SourceRef("Observation", "met", "1", "Observation"),
        When = Day(day),
        Label = "metastasis",
        Kind = ProgressionKind.Metastasis,
    };
}
