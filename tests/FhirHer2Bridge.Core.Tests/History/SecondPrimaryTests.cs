using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Core.Tests.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>Which tumour a dose without a condition was given for, where a second primary is found later (reference 4e).</summary>
public sealed class SecondPrimaryTests
{
    private const string AfterNegative = "her2-drug-after-negative";

    /// <summary>Given on day 20, when the stomach cancer alone was on record.</summary>
    [Theory]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    [InlineData(200, true)]
    [InlineData(null, false)]
    public void Doses_BeforeASecondPrimaryWasKnown_StayWithTheFirst(int? second, bool expected)
    {
        var patient = Treated().Add(Breast(second));

        patient.Flags(AfterNegative, 250).Any().ShouldBe(expected);
        patient.Undetermined("H2B-03", 250).Contains("dose-not-assigned").ShouldBe(!expected);
    }

    [Fact]
    public void Doses_AfterAResultOfTheSecondPrimary_AreNotAssigned() =>
        Treated().Add(Breast(200)).Assayed(Assay("b", 5, AssayMethod.Ihc, new AssayResult.Ihc(3), issued: 8, specimen: "Specimen/b") with
        {
            Conditions = [new("Condition/breast")],
        }).Undetermined("H2B-03", 250).ShouldContain("dose-not-assigned");

    [Fact]
    public void Doses_AfterBothWereKnown_AreNotAssigned() =>
        Treated().Add(Breast(200)).Doses(Trastuzumab, 240).Undetermined("H2B-03", 250).ShouldContain("dose-not-assigned");

    /// <summary>Trastuzumab for the right breast after a negative result must not hide the course for the left one.</summary>
    [Fact]
    public void StrongerFlag_OfTheOtherSide_SilencesNothing()
    {
        var patient = new PatientBuilder().Spread(metastatic: true).Add(Side("left")).Add(Side("right"))
            .Assayed(Of("left", 3)).Assayed(Of("right", 0));
        for (var day = 10; day < 430; day += 21)
        {
            patient.Add(Dose("left", day)).Add(Dose("right", day + 1));
        }

        patient.Flags(AfterNegative, 430).Single().Focus.ShouldBe(new ResourceKey("Condition/right"));
        patient.Flags("trastuzumab-without-reassessment", 430).Select(static flag => flag.Focus).ShouldBe([new ResourceKey("Condition/left")]);
    }

    private static PatientBuilder Treated() =>
        new PatientBuilder().Gastric().Ihc("n", 0, 0, site: "stomach", issued: 5, specimen: "Specimen/n").Doses(Trastuzumab, 20)
            .Add(new SpecimenFact
            {
                Source = new SourceRef("Specimen", "n", "1", "Specimen"),
                Specimen = new("Specimen/n"),
                SiteTumour = TumourKind.Gastric,
            });

    private static TumourFact Breast(int? day) => new()
    {
        Source = new SourceRef("Condition", "breast", "1", "Condition"),
        When = day is { } known ? Day(known) : null,
        Kind = TumourKind.Breast,
        Condition = new("Condition/breast"),
    };

    private static TumourFact Side(string id) => new()
    {
        Source = new SourceRef("Condition", id, "1", "Condition"),
        When = Day(0),
        Kind = TumourKind.Breast,
        Site = id + " breast",
        Condition = new("Condition/" + id),
    };

    private static AssayFact Of(string condition, int score) =>
        Assay(condition, 0, AssayMethod.Ihc, new AssayResult.Ihc(score), specimen: "Specimen/" + condition) with { Conditions = [new("Condition/" + condition)] };

    private static TherapyFact Dose(string condition, int day) => new()
    {
        Source = new SourceRef("MedicationAdministration", $"{condition}-{day}", "1", "MedicationAdministration"),
        When = Day(day),
        Drug = Trastuzumab,
        WasGiven = true,
        Conditions = [new("Condition/" + condition)],
    };

    /// <summary>Recorded on day 100, when the stomach cancer alone was on record, under the drug and without a test since.</summary>
    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(200, true)]
    [InlineData(null, false)]
    public void Progression_BeforeASecondPrimaryWasKnown_IsOfTheFirst(int? second, bool expected)
    {
        var patient = Progressed().Add(Breast(second));

        patient.Flags("trastuzumab-without-reassessment", 250).Any(static flag => flag.Severity == FlagSeverity.High).ShouldBe(expected);
        patient.Undetermined("H2B-02", 250).Contains("progression-not-assigned").ShouldBe(!expected);
    }

    [Fact]
    public void Progression_AfterBothWereKnown_IsNotAssigned() =>
        Progressed().Add(Breast(200)).Progression(220).Undetermined("H2B-02", 250).ShouldContain("progression-not-assigned");

    [Fact]
    public void Progression_ThatNamesTheSecond_IsNotOfTheFirst()
    {
        var patient = Progressed().Add(Breast(200));
        patient.Facts.RemoveAll(static fact => fact is ProgressionFact);
        patient.Add(new ProgressionFact
        {
            Source = new SourceRef("Observation", "pd", "1", "Observation"),
            When = Day(100),
            Label = "worsened",
            Conditions = [new("Condition/breast")],
        });

        patient.Undetermined("H2B-02", 250).ShouldNotContain("progression-not-assigned");
        patient.Flags("trastuzumab-without-reassessment", 250).ShouldNotContain(static flag => flag.Severity == FlagSeverity.High);
    }

    /// <summary>Test and doses name the stomach cancer; the progression names nothing.</summary>
    private static PatientBuilder Progressed()
    {
        EquatableArray<ResourceKey> gastric = [new("Condition/gastric")];
        var patient = new PatientBuilder().Gastric().Progression(100)
            .Assayed(Assay("p", 0, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/p") with { Conditions = gastric });
        for (var day = 20; day <= 188; day += 21)
        {
            patient.Add(new TherapyFact
            {
                Source = new SourceRef("MedicationAdministration", FormattableString.Invariant($"d{day}"), "1", "MedicationAdministration"),
                When = Day(day),
                Drug = Trastuzumab,
                WasGiven = true,
                Conditions = gastric,
            });
        }

        return patient;
    }

    [Theory]
    [InlineData("Condition/breast", TumourKind.None, TumourSetting.Curative, TumourSetting.Metastatic)]
    [InlineData(null, TumourKind.Breast, TumourSetting.Curative, TumourSetting.Metastatic)]
    [InlineData(null, TumourKind.None, TumourSetting.Metastatic, TumourSetting.Metastatic)]
    public void Setting_SpreadOfOneOfTwoTumours_IsThatOnes(string? condition, TumourKind organ, TumourSetting gastric, TumourSetting breast)
    {
        var spread = new SpreadFact
        {
            Source = new SourceRef("Observation", "m1", "1", "Observation"),
            Metastatic = true,
            Conditions = condition is null ? [] : [new ResourceKey(condition)],
            Tumour = organ,
        };
        var patient = new PatientBuilder().Gastric().Breast().Add(spread).Add(spread with
        {
            Source = new SourceRef("Observation", "m0", "1", "Observation"),
            Metastatic = false,
            Conditions = [new ResourceKey("Condition/gastric")],
        });

        var tumours = HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, new RuleContext(EndOf(1), Completeness.Whole)).Tumours;

        tumours.Single(static tumour => tumour.Kind == TumourKind.Gastric).Setting.ShouldBe(gastric);
        tumours.Single(static tumour => tumour.Kind == TumourKind.Breast).Setting.ShouldBe(breast);
    }
}
