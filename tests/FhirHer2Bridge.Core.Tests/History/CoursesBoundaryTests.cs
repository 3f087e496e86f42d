using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Tests.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Doses to courses and lines: which belong together, and which lie between two moments.</summary>
public sealed class CoursesBoundaryTests
{
    [Theory]
    [Trait("Row", "5/continuing-gap")]
    [InlineData(42, 1)]
    [InlineData(43, 2)]
    public void Runs_GapInWholeDays_SplitsBeyondIt(int day, int runs)
    {
        DoseReader.Runs([Given(0), Given(day)], 42).Count().ShouldBe(runs);
        DoseReader.Runs([Given(-60, until: 0), Given(-30), Given(day)], 42).Count().ShouldBe(runs, "the course outlasts the dose after it");
        DoseReader.Runs([], 42).ShouldBeEmpty();
    }

    [Fact]
    public void Courses_OfSeveralDrugs_AreInOrderOfTheirFirstDoseThenByName()
    {
        var courses = DoseReader.Courses([Given(0), Given(0, drug: Asked.Pertuzumab), Given(21), Given(90), Given(-5, drug: Deruxtecan)], 42);

        courses.Select(static course => $"{course.Drug.Name} {course.Doses} {course.First.Literal} {course.Last.Literal}").ShouldBe(
        [
            "trastuzumab deruxtecan 1 2020-12-30 2020-12-30",
            "pertuzumab 1 2021-01-04 2021-01-04",
            "trastuzumab 2 2021-01-04 2021-01-25",
            "trastuzumab 1 2021-04-04 2021-04-04",
        ]);
        DoseReader.Courses([Given(0, until: 30)], 42).Single().Last.ShouldBe(Day(30));
    }

    [Fact]
    public void Read_TwoOfOneProductOnOneDay_AreOneAndTheCourseIsIt()
    {
        var patient = new PatientBuilder().Gastric().Course(Trastuzumab, 0, 40).Doses(Trastuzumab, 0, 21).Doses(Asked.Pertuzumab, 0);

        View(patient).Doses.Select(static dose => dose.Source.Id + " " + dose.Drug.Name)
            .ShouldBe(["course trastuzumab", "d0 pertuzumab", "d21 trastuzumab"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(19, true)]
    [InlineData(4, false)]
    [InlineData(20, false)]
    [InlineData(21, false)]
    public void AnyBetween_DoseAroundTwoCollections_CountsOnlyStrictlyBetween(int dose, bool expected)
    {
        var times = new DoseTimes([Given(-50), Given(dose), Given(60)]);

        times.AnyBetween(Day(4), Day(20)).ShouldBe(expected);
    }

    [Fact]
    public void AnyBetween_CourseThatOutlastsLaterDoses_ReachesIn()
    {
        new DoseTimes([Given(0, until: 50), Given(10), Given(20)]).AnyBetween(Day(40), Day(60)).ShouldBeTrue();
        new DoseTimes([Given(0, until: 50), Given(10), Given(20)]).AnyBetween(Day(50), Day(60)).ShouldBeFalse();
        new DoseTimes([Given(0), Given(10, until: 20), Given(30)]).AnyBetween(Day(21), Day(30)).ShouldBeFalse();
        new DoseTimes([Given(0), Given(10), Given(25), Given(30), Given(40)]).AnyBetween(Day(11), Day(26)).ShouldBeTrue();
        new DoseTimes([]).AnyBetween(Day(0), Day(9)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(9, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    [InlineData(40, 40)]
    [InlineData(41, null)]
    public void FirstFrom_CourseInOneRecord_IsGivenUpToItsEnd(int from, int? expected) =>
        Given(10, until: 40).FirstFrom(Instant(from)).ShouldBe(expected is { } day ? Instant(day) : null);

    [Fact]
    public void FirstFrom_DoseOrCourseThatGoesOn_IsGivenThenOrFromThenOn()
    {
        Given(10).FirstFrom(Instant(10)).ShouldBe(Instant(10));
        Given(10).FirstFrom(Instant(11)).ShouldBeNull();
        (Given(10) with { Ongoing = true }).FirstFrom(Instant(400)).ShouldBe(Instant(400));
    }

    [Theory]
    [Trait("Row", "5/new-course-gap")]
    [InlineData(90, 1)]
    [InlineData(91, 2)]
    public void Lines_OneDrug_ALongGapBeginsAnother(int day, int lines) => Lines(Given(0), Given(day)).ShouldBe(lines);

    [Fact]
    public void Lines_CourseThatOutlastsLaterDoses_KeepsTheLine()
    {
        Lines(Given(0, until: 100), Given(50), Given(190)).ShouldBe(1);
        Lines(Given(0, until: 100), Given(50), Given(191)).ShouldBe(2);
        Lines(Given(0) with { Ongoing = true }, Given(10), Given(400)).ShouldBe(1);
        Lines(Given(0) with { Ongoing = true }, Given(10) with { Ongoing = true }, Given(400)).ShouldBe(1);
    }

    [Theory]
    [InlineData(28, 1)]
    [InlineData(29, 2)]
    public void Lines_PartnerOfACombination_BeginsWithinACycle(int day, int lines) => Lines(Given(0), Given(day, drug: Asked.Pertuzumab)).ShouldBe(lines);

    [Fact]
    public void Lines_CombinationForItsPartsOrUnderTheSkin_IsNoNewOne()
    {
        Lines(Given(0), Given(0, drug: Asked.Pertuzumab), Given(60, drug: Asked.Phesgo)).ShouldBe(1);
        Lines(Given(0), Given(60, drug: Asked.Phesgo)).ShouldBe(2, "pertuzumab was not given before");
        Lines(Given(0, drug: Asked.Phesgo), Given(60)).ShouldBe(1);
        Lines(Given(0), Given(60, drug: new Drug("trastuzumab + hyaluronidase", DrugClass.Trastuzumab))).ShouldBe(1);
    }

    [Fact]
    public void Lines_ConjugateWithTheAntibodyOrAnother_IsANewOne()
    {
        Lines(Given(0), Given(10, drug: Deruxtecan)).ShouldBe(2);
        Lines(Given(0, drug: Deruxtecan), Given(10)).ShouldBe(2);
        Lines(Given(0, drug: Asked.Tucatinib), Given(10, drug: Deruxtecan)).ShouldBe(1);
        Lines(Given(0, drug: Deruxtecan), Given(10, drug: Asked.Tucatinib)).ShouldBe(1);
        Lines(Given(0, drug: Asked.Tucatinib), Given(10)).ShouldBe(1);
        Lines(Given(0, drug: Asked.Tucatinib), Given(10), Given(20, drug: Deruxtecan)).ShouldBe(2);
    }

    [Fact]
    public void Lines_DoseOfUncertainIdentity_JoinsAndNamesNoIngredient()
    {
        Lines(Given(0, drug: Asked.Ambiguous), Given(60, drug: Deruxtecan)).ShouldBe(1, "it may have been the same");
        Lines(Given(0, drug: Deruxtecan), Given(60, drug: Asked.Ambiguous)).ShouldBe(1);
        Lines(Given(0, drug: Deruxtecan), Given(91, drug: Asked.Ambiguous)).ShouldBe(2);
        TherapyLines.Of([Given(0), Given(21, drug: Asked.Ambiguous)], 90).Single().Doubtful.ShouldBeEmpty();
        TherapyLines.Of([Given(0, drug: Deruxtecan), Given(21, drug: Asked.Ambiguous)], 90).Single().Doubtful.Single().When.ShouldBe(Day(21));
        TherapyLines.Of([Given(0, drug: Deruxtecan), Given(21)], 90)[0].Doubtful.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    public void Progressions_OfALine_AreAfterItsFirstDoseAndUpToACourseGapAfterItsLast(int day, bool expected) =>
        TreatmentLine.Of(View(new PatientBuilder().Ihc("t", -400, 3).Doses(Trastuzumab, 10).Progression(day)), 90)[0]
            .Progressions(View(new PatientBuilder().Ihc("t", -400, 3).Doses(Trastuzumab, 10).Progression(day)), 42).Any(static one => one.IsOnDrug == true).ShouldBe(expected);

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void Progressions_OfALine_EndWhereTheNextBegins(int day, bool expected)
    {
        var view = View(new PatientBuilder().Ihc("t", -400, 3).Doses(Trastuzumab, 10).Doses(Deruxtecan, 30).Progression(day));

        TreatmentLine.Of(view, 90)[0].Progressions(view, 42).Any().ShouldBe(expected);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    public void IsOnDrug_ProgressionAroundADose_IsAfterItAndWithinACourseGap(int day, bool expected)
    {
        var progression = new ProgressionFact { Source = new("Observation", "pd", "1", "x"), When = Day(day), Label = "worsened" };

        TumourProgressions.IsOnDrug(progression, [Given(10)], 42).ShouldBe(expected);
        TumourProgressions.IsOnDrug(progression, [Given(10) with { Ongoing = true }], 42).ShouldBe(day > 10);
        TumourProgressions.IsOnDrug(progression, [Given(9, until: 60)], 42).ShouldBe(true);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void ProgressionsOfATumour_OneThatNamesNone_IsNobodysAndSaidOnlyWhereTreated(bool named, bool undetermined)
    {
        var progression = new ProgressionFact
        {
            Source = new("Observation", "pd", "1", "x"),
            When = Day(50),
            Label = "worsened",
            Conditions = named ? [new("Condition/x"), new("Condition/gastric")] : [new("Condition/x")],
        };
        var dose = new TherapyFact { Source = new("MedicationAdministration", "d", "1", "x"), When = Day(5), Drug = Trastuzumab, WasGiven = true, Conditions = [new("Condition/gastric")] };
        var view = View(new PatientBuilder().Gastric().Breast().Add(progression).Add(dose).Progression(60).Add(progression with { Source = new("Observation", "p2", "1", "x"), When = Day(70), Conditions = [new("Condition/breast")] }));
        var outcome = new RuleOutcome(Instant(100));

        TumourProgressions.Of(view.Tumours[0], view, outcome).Count.ShouldBe(named ? 1 : 0);
        outcome.Undetermined.ShouldBe(["progression-not-assigned"]);
        var untreated = new RuleOutcome(Instant(100));
        TumourProgressions.Of(view.Tumours[1], view, untreated).Count.ShouldBe(1);
        untreated.Undetermined.ShouldBeEmpty();
        var all = View(new PatientBuilder().Gastric().Breast().Add(progression).Add(dose));
        var some = new RuleOutcome(Instant(100));
        TumourProgressions.Of(all.Tumours[0], all, some);
        some.Undetermined.Count.ShouldBe(undetermined ? 1 : 0);
    }

    [Fact]
    public void Setting_AnyDistantSpread_IsMetastaticWhateverElseIsSaid()
    {
        View(new PatientBuilder().Breast().Spread(false).Add(new SpreadFact { Source = new("Observation", "m2", "1", "x"), Metastatic = true })).Tumours[0]
            .Setting.ShouldBe(TumourSetting.Metastatic);
        View(new PatientBuilder().Breast().Spread(false)).Tumours[0].Setting.ShouldBe(TumourSetting.Curative);
        View(new PatientBuilder().Breast()).Tumours[0].Setting.ShouldBe(TumourSetting.Unknown);
    }

    [Fact]
    [Trait("Row", "4e/several-primaries")]
    public void Lines_OfSeveralPrimaries_HoldWhatNamesThem()
    {
        var view = View(new PatientBuilder().Breast().Gastric()
            .Add(new TumourFact { Source = new("Condition", "l", "1", "code"), Kind = TumourKind.Breast, Condition = new("Condition/l"), Label = "left breast cancer" })
            .Add(new TumourFact { Source = new("Condition", "r", "1", "code"), Kind = TumourKind.Breast, Condition = new("Condition/r"), Site = "right", Label = "left" })
            .Assayed(Of("a", "Condition/l")).Assayed(Of("b", "Condition/r")).Assayed(Of("c", "Condition/gastric")).Assayed(Of("d", "Condition/breast"))
            .Add(For("x", "Condition/unknown", "Condition/r")).Add(For("y", "Condition/l")).Add(For("z", "Condition/unknown")));

        view.Tumours.Select(static line => $"{line.Kind} {line.Side} {line.Condition?.Value} {string.Join('+', line.Assessments.Select(static a => a.Anchor))} {string.Join('+', line.Doses.Select(static dose => dose.Source.Id))}")
            .ShouldBe(
            [
                "Gastric  Condition/gastric Observation/c ",
                "Breast Left Condition/l Observation/a y",
                "Breast Right Condition/r Observation/b x",
            ]);
        view.Unassigned.Single().Anchor.ShouldBe("Observation/d");
        view.Tumours.ShouldAllBe(static line => line.DosesUnassigned);
        view.Tumours[1].MayOwn(TumourKind.Breast, null).ShouldBeTrue();
        view.Tumours[1].MayOwn(TumourKind.Breast, BodySide.Left).ShouldBeTrue();
        view.Tumours[1].MayOwn(TumourKind.Breast, BodySide.Right).ShouldBeFalse();
        view.Tumours[1].MayOwn(TumourKind.Gastric, BodySide.Left).ShouldBeFalse();
        view.Tumours[0].MayOwn(TumourKind.Gastric, BodySide.Left).ShouldBeTrue();
        view.Tumours[1].IsSameAs(view.Tumours[2]).ShouldBeFalse();
        view.Tumours[1].IsSameAs(view.Tumours[1]).ShouldBeTrue();
    }

    [Theory]
    [Trait("Row", "4e/several-primaries")]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    public void Lines_DoseWithoutACondition_IsForTheOnlyPrimaryKnownThen(int dose, bool assigned)
    {
        var breast = new TumourFact { Source = new("Condition", "b", "1", "code"), Kind = TumourKind.Breast, Condition = new("Condition/b"), When = Day(100) };

        View(new PatientBuilder().Gastric(20).Add(breast).Doses(Trastuzumab, dose)).Tumours[0].Doses.Count.ShouldBe(assigned ? 1 : 0);
        View(new PatientBuilder().Gastric(20).Add(breast).Course(Trastuzumab, 30, 100)).Tumours[0].Doses.ShouldBeEmpty("it went on when the second was known");
        View(new PatientBuilder().Gastric(20).Add(breast).Course(Trastuzumab, 30, 99)).Tumours[0].Doses.Count.ShouldBe(1);
        View(new PatientBuilder().Gastric(20).Add(breast).Course(Trastuzumab, 30, null)).Tumours[0].Doses.ShouldBeEmpty();
        View(new PatientBuilder().Gastric(20).Add(breast).Add(For("n", "Condition/unknown") with { When = Day(30) })).Tumours[0].Doses.ShouldBeEmpty();
    }

    [Fact]
    public void Lines_OnePrimaryAndADoseForAnotherKind_IsNotItsDose()
    {
        View(new PatientBuilder().Gastric().Add(For("x", "Condition/gastric"))).Tumours.Single().Doses.Count.ShouldBe(1);
        View(new PatientBuilder().Gastric().Add(For("x", "Condition/unknown"))).Tumours.Single().Doses.Count.ShouldBe(1);
    }

    private static AssayFact Of(string id, string condition) =>
        Assay(id, 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/" + id) with { Conditions = [new ResourceKey(condition)] };

    private static TherapyFact For(string id, params string[] conditions) => new()
    {
        Source = new SourceRef("MedicationAdministration", id, "1", "x"),
        When = Day(5 + (id[0] % 7)),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = conditions.Select(static key => new ResourceKey(key)).ToEquatableArray(),
    };

    private static int Lines(params Dose[] doses) => TherapyLines.Of(doses, 90).Count;

    private static Dose Given(int day, int? until = null, Drug? drug = null) =>
        new(drug ?? Trastuzumab, Day(day), until is { } end ? Day(end) : null, false, new SourceRef("MedicationAdministration", "d" + day, "1", "x"));

    private static PatientView View(PatientBuilder patient) =>
        HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, new RuleContext(Instant(1000), Completeness.Whole));
}
