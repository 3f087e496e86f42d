using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>What flags rest on and point to, and the words and moments they are made of.</summary>
public sealed class FlagDetailsBoundaryTests
{
    [Fact]
    public void Flags_OfAPatientWithSeveralTumours_PointToNoneWhereTheyCannotSayWhich()
    {
        var patient = new PatientBuilder().Gastric(-300).Breast()
            .Doses(Asked.Ambiguous, -2).Doses(Trastuzumab, 0, 21, 42, 63).Doses(Deruxtecan, 70)
            .Plasma("base", -10, 10m).Progression(60).Plasma("pd", 62, 3m).Altered("KRAS", 62, null, AlterationKind.Amplification).Altered("ERBB4", 62, "S774G")
            .Gap("text-not-read", 30);

        var flags = patient.AsOf(75).Flags;
        foreach (var code in new[]
        {
            "drug-swap", "drug-identity-uncertain", "not-assessable", "ctdna-erbb2-fall", "resistance-alteration", "sensitising-alteration",
        })
        {
            var flag = flags.First(one => one.Code == code);
            (flag.Focus, flag.Tumour).ShouldBe((null, TumourKind.None), code);
        }

        var untested = new PatientBuilder().Gastric(-300).Breast().Doses(Trastuzumab, 0).Flags("her2-drug-without-result", 20).Single();
        (untested.Focus, untested.Tumour).ShouldBe((null, TumourKind.None));
        var one = new PatientBuilder().Gastric(-300).Doses(Trastuzumab, 0).Flags("her2-drug-without-result", 20).Single();
        (one.Focus, one.Tumour).ShouldBe((new ResourceKey("Condition/gastric"), TumourKind.Gastric));
    }

    [Fact]
    public void Reassessment_RestsOnTheTestTheDosesUpToItsSeverityAndTheProgression()
    {
        var patient = new PatientBuilder().Gastric(-300).Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, 100, 130, 160, 190, 220, 250, 265, 280).Progression(200);

        var moderate = patient.Flags("trastuzumab-without-reassessment", 185).Single();
        moderate.Evidence.Select(static source => source.Id).ShouldBe(["t", "d160", "d130", "d100"]);
        moderate.Details.Select(static detail => detail.Value).ShouldBe(["2021-01-04", "2021-04-14", "2021-06-13", "3"]);
        moderate.Effective.ShouldBe(Day(160));
        var high = patient.Flags("trastuzumab-without-reassessment", 260).Single();
        high.Evidence.Select(static source => source.Id).ShouldBe(["t", "d220", "d190", "d160", "d130", "d100", "pd200"]);
        high.Severity.ShouldBe(FlagSeverity.High);
        high.Anchor.ShouldBe("Observation/t");
        high.AnchorMembers.ToList().ShouldBe(["Observation/t"]);
        var second = new PatientBuilder().Gastric(-300).Ihc("t", 0, 3, specimen: "Specimen/t").Every(Trastuzumab, 5, 194, 21).Every(Trastuzumab, 300, 400, 20)
            .Flags("trastuzumab-without-reassessment", 350)[1];
        second.Anchor.ShouldBe("Observation/t+MedicationAdministration/d300");
        second.AnchorMembers.ShouldBeEmpty();
    }

    [Fact]
    public void Restart_AfterACourseInOneRecord_NamesItsEndAndDoubtAboutTheDrug()
    {
        var flag = new PatientBuilder().Gastric(-300).Ihc("t", -5, 3).Course(Asked.Ambiguous, 0, 40).Doses(Trastuzumab, 90).Flags("restart-after-gap", 100).Single();

        flag.Text.ShouldContain("trastuzumab on 2021-02-13");
        flag.Details[1].Value.ShouldBe("2021-02-13");
        flag.Provisional.ShouldBeTrue();
        new PatientBuilder().Gastric(-300).Doses(Trastuzumab, 0).Doses(Asked.Ambiguous, 90).Flags("restart-after-gap", 100).Single().Provisional.ShouldBeTrue();
        new PatientBuilder().Gastric(-300).Doses(Trastuzumab, 0, 90).Flags("restart-after-gap", 100).Single().Provisional.ShouldBeFalse();
    }

    [Fact]
    public void Low_RestsOnTheFirstStatementOfSpread()
    {
        SpreadFact Spread(string id, int? day) => new() { Source = new("Observation", id, "1", "x"), When = day is { } d ? Day(d) : null, Metastatic = true };

        Evidence(Spread("c", 5), Spread("b", 3), Spread("a", 9)).ShouldBe(["t", "b"]);
        Evidence(Spread("c", 3), Spread("b", 3)).ShouldBe(["t", "b"]);
        Evidence(Spread("c", 3), Spread("d", null)).ShouldBe(["t", "d"]);

        static string[] Evidence(params SpreadFact[] spreads)
        {
            var patient = new PatientBuilder().Breast().Ihc("t", 10, 1, specimen: "Specimen/t");
            patient.Facts.AddRange(spreads);
            return [.. patient.Flags("her2-low-eligibility", 20).Single().Evidence.Select(static source => source.Id)];
        }
    }

    [Fact]
    [Trait("Row", "4e/temporal-change")]
    public void Changed_AfterTwoSpecimensThatDisagreed_RestsOnTheOneThatGaveTheFormerStatus()
    {
        var flag = new PatientBuilder().Gastric(-300).Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 60, 0, specimen: "Specimen/b").Ihc("c", 200, 0, specimen: "Specimen/c")
            .Flags("positive-to-negative", 210).Single();

        flag.Evidence.Select(static source => source.Id).ShouldBe(["c", "a"]);
        flag.Details[1].Value.ShouldBe("2021-01-04");
        new PatientBuilder().Gastric(-300).Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 60, 0, specimen: "Specimen/b").Ihc("c", 149, 0, specimen: "Specimen/c")
            .Flags("positive-to-negative", 210).Single().Evidence.Select(static source => source.Id).ShouldBe(["c", "a"], "149 days after the positive one");
    }

    [Fact]
    public void Late_SaysWhatItChangesAndNamesTheDosesNewestFirst()
    {
        var late = Assay("n", 5, AssayMethod.Ihc, new AssayResult.Ihc(0), issued: 10, specimen: "Specimen/n") with { FirstSeen = Instant(60) };
        var also = Assay("m", 5, AssayMethod.Ish, new AssayResult.Gene(false), issued: 12, specimen: "Specimen/n") with { FirstSeen = Instant(60) };

        var flag = new PatientBuilder().Gastric(-300).Ihc("t", -200, 3, specimen: "Specimen/t").Doses(Trastuzumab, 31, 52, 73).Assayed(late).Assayed(also)
            .Flags("backdated-result", 80).Single();

        flag.Text.ShouldContain("was issued on 2021-01-14 and first seen on 2021-03-05. It changes the HER2 status at doses given before it was seen: trastuzumab 2 times.");
        flag.Evidence.Select(static source => source.Id).ShouldBe(["m", "n", "d52", "d31"], ignoreOrder: true);
        flag.Details.Select(static detail => detail.Value).ShouldBe(["negative", "2021-01-09", "2021-02-25"]);
    }

    [Fact]
    public void Retracted_SaysBothVersionsAndHowManyDosesRestedOnIt()
    {
        var before = Assay("p", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 2, specimen: "Specimen/p") with { ReplacedAt = Instant(80) };
        var after = before with
        {
            ReplacedAt = null,
            Updated = Instant(75),
            Standing = FactStanding.Amended,
            Result = new AssayResult.Ihc(0),
            Source = before.Source with { VersionId = "2" },
        };

        var flag = new PatientBuilder().Gastric(-300).Assayed(before).Assayed(after).Doses(Trastuzumab, 31, 10).Doses(Asked.Pertuzumab, 10)
            .Flags("evidence-retracted-after-use", 90).Single();

        flag.Details.Select(static detail => detail.Value).ShouldBe(["positive", "2021-01-04", "negative", "2021-02-04", "3"]);
        flag.Evidence.Select(static source => source.Id).Distinct().ShouldBe(["p", "d31", "d10"]);
    }

    [Fact]
    public void ProgressionWithoutRetest_NamesTheLastTestBeforeIt()
    {
        var patient = new PatientBuilder().Gastric(-300).Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 50, 3, specimen: "Specimen/b").Progression(200);

        var flag = patient.Flags("progression-without-retest", 250).Single();
        flag.Evidence.Select(static source => source.Id).ShouldBe(["pd200", "b"]);
        flag.Details.Single().Value.ShouldBe("2021-02-23");
        var treatedOnly = new PatientBuilder().Gastric(-300).Doses(Trastuzumab, 100).Progression(200).Flags("progression-without-retest", 250).Single();
        treatedOnly.Evidence.Select(static source => source.Id).ShouldBe(["pd200"]);
        treatedOnly.Details.ShouldBeEmpty();
    }

    [Fact]
    public void Text_DatesDosesAndSpecimens_AreWrittenAsTheSourceDid()
    {
        var instant = new ClinicalTime(Instant(0), Instant(0).AddSeconds(1), TimePrecision.Instant, "2021-01-04T08:30:00+01:00");

        RuleText.Date(instant).ShouldBe("2021-01-04");
        RuleText.Date(Month(2021, 3)).ShouldBe("2021-03 [day not known]");
        RuleText.Date(new ClinicalTime(Instant(0), Instant(9), TimePrecision.Period, "2021-01-04/2021-01-13")).ShouldBe("2021-01-04/2021-01-13");
        RuleText.Date(new ClinicalTime(Instant(0), Instant(1), TimePrecision.Instant, "2021")).ShouldBe("2021");
        RuleText.Date(new ClinicalTime(Instant(0), Instant(1), TimePrecision.Instant, "2021-01-04")).ShouldBe("2021-01-04");
        Dose Given(Drug drug) => new(drug, Day(0), null, false, new SourceRef("MedicationAdministration", "d", "1", "x"));
        RuleText.Doses([Given(Trastuzumab), Given(Trastuzumab), Given(Asked.Pertuzumab)]).ShouldBe("pertuzumab once, trastuzumab 2 times");
        RuleText.Describe(Read(null)).ShouldBe("2021-01-04");
        RuleText.Describe(Read("liver")).ShouldBe("2021-01-04 (liver)");
        RuleText.Describe(Read("", "IHC 3+", "ISH amplified", "a", "b")).ShouldBe("2021-01-04 (IHC 3+, ISH amplified, a)");
        MethodText.Of(Assay("x", 0, AssayMethod.Ish, new AssayResult.Gene(null, new Measure(2.1m), new Measure(6m, MeasureBound.GreaterThan), new Measure(3m, MeasureBound.AtMost))))
            .ShouldBe("ISH ratio 2.1, copies > 6, CEP17 ≤ 3");
        MethodText.Of(Assay("x", 0, AssayMethod.Ngs, new AssayResult.Gene(false))).ShouldBe("NGS not amplified");
        MethodText.Of(Assay("x", 0, AssayMethod.Ish, new AssayResult.Gene(null, Cells: new Measure(60m)))).ShouldBe("");
    }

    [Fact]
    public void Moments_LatestAndEarliest_LeaveOutWhatNeverComes()
    {
        Moment.Latest(Instant(1), Instant(3), Instant(2)).ShouldBe(Instant(3));
        Moment.Latest((DateTimeOffset?)Instant(5), Instant(3)).ShouldBe(Instant(5));
        Moment.Latest((DateTimeOffset?)Instant(2), Instant(3)).ShouldBe(Instant(3));
        Moment.Latest(null, Instant(3)).ShouldBeNull();
        Moment.Earliest(Instant(2), Instant(3)).ShouldBe(Instant(2));
        Moment.Earliest(Instant(4), Instant(3)).ShouldBe(Instant(3));
        Moment.Earliest(null, Instant(3)).ShouldBe(Instant(3));
        Moment.Earliest(Instant(4), null).ShouldBe(Instant(4));
        Moment.Earliest(null, null).ShouldBeNull();
    }

    [Fact]
    public void DayPrecision_LongerThanADay_IsCoarseAndEndsWithItsLastDay()
    {
        Day(3).IsCoarse().ShouldBeFalse();
        Day(3).LastDay().ShouldBe(Instant(3));
        new ClinicalTime(Instant(3).AddHours(9), Instant(3).AddHours(10), TimePrecision.Instant, "x").LastDay().ShouldBe(Instant(3).AddHours(9));
        new ClinicalTime(Instant(3), Instant(4).AddHours(1), TimePrecision.Day, "25 hours").IsCoarse().ShouldBeFalse();
        new ClinicalTime(Instant(3), Instant(5), TimePrecision.Period, "two days").IsCoarse().ShouldBeTrue();
        Month(2021, 2).LastDay().ShouldBe(new DateTimeOffset(2021, 2, 28, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Thresholds_OfTheSite_AreForItsAssayThenForAllThenTheCards()
    {
        var none = new RuleContext(Instant(0), Completeness.Whole);
        var set = new RuleContext(Instant(0), Completeness.Whole, new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["H2B-12:plasma-amplified-copies@a|lab"] = 5m,
            ["H2B-12:plasma-amplified-copies@a"] = 4m,
            ["H2B-12:plasma-amplified-copies"] = 3m,
        });

        decimal Of(RuleContext context, string? assay) => context.Number(IhcIshMismatchRule.Id, IhcIshMismatchRule.PlasmaCutOff, assay);
        Of(none, "a|lab").ShouldBe(2.4m);
        Of(none, null).ShouldBe(2.4m);
        Of(set, "a|lab").ShouldBe(5m);
        Of(set, "a|other").ShouldBe(4m);
        Of(set, "b|lab").ShouldBe(3m);
        Of(set, null).ShouldBe(3m);
        set.Number(IhcIshMismatchRule.Id, IhcIshMismatchRule.TissueCutOff).ShouldBe(4.0m);
    }

    [Theory]
    [InlineData(TumourKind.Gastric, TumourSetting.Unknown, 0, 0, 181, 271, null)]
    [InlineData(TumourKind.Breast, TumourSetting.Metastatic, 0, 50, 416, null, null)]
    [InlineData(TumourKind.Breast, TumourSetting.Metastatic, 50, 0, 416, null, null)]
    [InlineData(TumourKind.Breast, TumourSetting.Curative, 0, 50, 451, null, null)]
    [InlineData(TumourKind.Breast, TumourSetting.Unknown, 100, 0, 466, null, null)]
    [InlineData(TumourKind.None, TumourSetting.Unknown, 0, 0, 401, null, 181)]
    [InlineData(TumourKind.None, TumourSetting.Metastatic, 0, -200, 366, null, 181)]
    public void Clock_TumourAndSetting_CountsFromTheTestAndTheCourse(
        TumourKind kind, TumourSetting setting, int test, int course, int due, int? high, int? unsure)
    {
        var spread = new SpreadFact { Source = new SourceRef("Observation", "m", "1", "Observation"), Metastatic = setting == TumourSetting.Metastatic };
        var line = new TumourLine { Kind = kind, Spreads = setting == TumourSetting.Unknown ? [] : [spread], Assessments = [], Doses = [] };

        var clock = ReassessmentClock.For(line, Instant(test), Instant(course), new ClockDays(180, 270, 365, 400));

        clock.At.ShouldBe(Instant(due));
        clock.HighAt.ShouldBe(high is { } severe ? Instant(severe) : null);
        clock.UnsureFrom.ShouldBe(unsure is { } from ? Instant(from) : null);
    }

    [Fact]
    [Trait("Row", "4e/later-unclear")]
    public void Status_LaterUnclearResult_KeepsTheLastAndSaysSo()
    {
        PatientStatus Status(PatientBuilder patient) => patient.AsOf(500).History.Status;
        var known = new PatientBuilder().Breast().Ihc("a", 0, 1, specimen: "Specimen/a");

        Status(known).Reasons.ShouldBeEmpty();
        Status(known).Category.ShouldBe(Her2Category.Low);
        Status(new PatientBuilder().Breast().Ihc("a", 0, 1, specimen: "Specimen/a").Ihc("b", 0, 2, specimen: "Specimen/b")).Reasons.ShouldBeEmpty("it is no later one");
        Status(new PatientBuilder().Breast().Ihc("a", 0, 1, specimen: "Specimen/a").Ihc("b", 100, 2, specimen: "Specimen/b")).Reasons.ShouldBe(["unresolved-later-result"]);
        Status(new PatientBuilder().Breast().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 50, 1, specimen: "Specimen/b")).Category.ShouldBeNull();
        Status(new PatientBuilder().Breast().Ihc("a", 0, 2, specimen: "Specimen/a")).Status.ShouldBe(Equivocal);
        Status(new PatientBuilder().Gastric().Plasma("p", 0, null, detected: false)).Status.ShouldBe(Negative);
        Status(new PatientBuilder().Gastric().Plasma("p", 0, null, detected: false, fraction: null)).Reasons.ShouldBe(["no-result"]);
        Status(new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 0, 0, specimen: "Specimen/b")).Reasons.ShouldBe(["tied-dates"]);
        Status(new PatientBuilder().Gastric().Ihc("a", 0, 3, specimen: "Specimen/a").Ihc("b", 0, 0, specimen: "Specimen/b").Ihc("c", 1, 0, specimen: "Specimen/c")).Status.ShouldBe(Negative);
    }

    [Fact]
    public void Began_OfAWalkWithoutAStep_IsAnError()
    {
        var context = new RuleContext(Instant(10), Completeness.Whole);
        var line = HistoryBuilder.Build(new PatientKey("p1"), new PatientBuilder().Gastric().Facts, context).Tumours[0];

        Should.Throw<InvalidOperationException>(() => StatusWalk.At(line, Instant(10), 90).Began);
    }

    private static ReadAssessment Read(string? site, params string[] methods) => new(
        new Assessment
        {
            When = Day(0),
            KnownFrom = Instant(0),
            Status = Positive,
            Methods = methods.ToEquatableArray(),
            Track = AssessmentTrack.Tissue,
            Standing = FactStanding.Final,
            Site = site,
            Evidence = [new SourceRef("Observation", "x", "1", "x")],
            Notes = [],
        },
        []);
}
