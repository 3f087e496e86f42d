using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed class CopyNumberRulesTests
{
    private const string Fall = "ctdna-erbb2-fall";
    private const string Rise = "ctdna-erbb2-rise";

    [Fact]
    [Trait("Row", "6b/on-treatment")]
    public void Evaluate_FallUnderTreatmentWithoutProgression_IsResponse()
    {
        var assessment = Treated().Plasma("on", 60, 3).AsOf(100);

        assessment.Of(Fall).ShouldBeEmpty();
        assessment.Reasons("H2B-10").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "6b/pd-below-baseline")]
    [Trait("Row", "7/F10")]
    public void Evaluate_BelowBaselineAtProgression_IsAFallInTheWordsOfTheSource()
    {
        var assessment = Treated().Plasma("on", 60, 3).Plasma("pd", 152, 4).Progression(150).AsOf(160);

        var flag = assessment.Flags.Single(static one => one.Code == Fall);
        flag.Severity.ShouldBe(Core.Rules.FlagSeverity.Moderate);
        flag.Text.ShouldStartWith("ERBB2 copy number at progression below baseline; in one 24-patient series often acquired-resistance "
            + "progressions looked so; not adjusted for tumour fraction");
        flag.Text.ShouldContain("tumour fraction 5 %");
        flag.Evidence.Select(static source => source.Id).ShouldBe(["pd", "pd150", "base"]);
        assessment.Of(Rise).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Row", "6b/pd-above-baseline")]
    [Trait("Row", "7/F11")]
    public void Evaluate_AboveBaselineAtProgression_IsARiseWhateverTheTumourFraction()
    {
        var assessment = Treated().Plasma("pd", 152, 20, fraction: null).Progression(150).AsOf(160);

        var flag = assessment.Flags.Single(static one => one.Code == Rise);
        flag.Text.ShouldStartWith("ERBB2 copy number at progression above baseline; in one 24-patient series most intrinsic-resistance "
            + "progressions looked so; not adjusted for tumour fraction");
        assessment.Of(Fall).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(8, false, false)]
    [InlineData(7.9, true, false)]
    [InlineData(12, false, false)]
    [InlineData(12.1, false, true)]
    public void Evaluate_NoiseBand_IsExclusive(double copies, bool falls, bool rises)
    {
        var assessment = Treated().Plasma("pd", 152, (decimal)copies).Progression(150).AsOf(160);

        (assessment.Of(Fall).Length > 0, assessment.Of(Rise).Length > 0).ShouldBe((falls, rises));
        assessment.Reasons("H2B-10").ShouldBeEmpty();
    }

    [Theory]
    [Trait("Row", "4f/tumour-fraction-1")]
    [InlineData(null, "tumour-fraction-unknown")]
    [InlineData(0.9, "tumour-fraction-low")]
    public void Evaluate_FallWithoutEnoughTumourDna_IsUndetermined(double? fraction, string reason)
    {
        var assessment = Treated().Plasma("pd", 152, 4, fraction: (decimal?)fraction).Progression(150).AsOf(160);

        assessment.Of(Fall).ShouldBeEmpty();
        assessment.Reasons("H2B-10").ShouldBe([reason]);
        assessment.Reasons("H2B-11").ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_TumourFractionAsABoundThatDoesNotTell_IsUndetermined()
    {
        var patient = Treated().Progression(150);
        patient.Assayed(Assay("pd", 152, AssayMethod.Ngs, new AssayResult.Gene(null, Copies: new Measure(4)), specimen: "Specimen/pd") with
        {
            Material = SpecimenKind.Plasma,
            Assay = Molecular.OneAssay,
            TumourFraction = new Measure(5, MeasureBound.LessThan),
        });

        patient.AsOf(160).Reasons("H2B-10").ShouldBe(["tumour-fraction-unknown"]);
    }

    [Fact]
    [Trait("Row", "6a/erbb2-loss")]
    public void Evaluate_AmplifiedThenNotDetected_IsALoss()
    {
        var assessment = Start().Plasma("base", -5, null, detected: true).Plasma("pd", 152, null, detected: false).Progression(150).AsOf(160);

        assessment.Of(Fall).ShouldBe(["moderate active"]);
        assessment.Of(Rise).ShouldBeEmpty();
    }

    [Fact]
    public void Evaluate_NoBaseline_IsUndetermined() =>
        Start().Plasma("pd", 152, 4).Progression(150).AsOf(160).Reasons("H2B-10").ShouldBe(["no-plasma-baseline"]);

    [Theory]
    [InlineData(-42, true)]
    [InlineData(-43, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Evaluate_Baseline_LiesWithinSixWeeksBeforeTheFirstDoseAndNotAfter(int day, bool isBaseline)
    {
        var assessment = Start().Plasma("base", day, 10).Plasma("pd", 152, 4).Progression(150).AsOf(160);

        (assessment.Of(Fall).Length > 0).ShouldBe(isBaseline);
        assessment.Reasons("H2B-10").Contains("no-plasma-baseline").ShouldBe(!isBaseline);
    }

    [Theory]
    [InlineData("other|lab x")]
    [InlineData(null)]
    public void Evaluate_AnotherOrUnnamedAssay_IsNeverCompared(string? assay)
    {
        var assessment = Treated().Plasma("pd", 152, 4, assay: assay).Progression(150).AsOf(160);

        assessment.Of(Fall).ShouldBeEmpty();
        assessment.Reasons("H2B-10").ShouldBe(["plasma-assays-differ"]);
    }

    [Theory]
    [InlineData(122, true)]
    [InlineData(121, false)]
    [InlineData(178, true)]
    [InlineData(179, false)]
    public void Evaluate_ProgressionAnchor_LiesWithinFourWeeksOfTheSample(int sample, bool isNear) =>
        (Treated().Plasma("pd", sample, 4).Progression(150).AsOf(200).Of(Fall).Length > 0).ShouldBe(isNear);

    [Fact]
    public void Evaluate_StopForNoResponse_IsAnAnchor()
    {
        var patient = Treated().Plasma("pd", 152, 4);
        patient.Add(new ProgressionFact
        {
            Source = new SourceRef("MedicationAdministration", "stop", "1", "MedicationAdministration.statusReason"),
            When = Day(150),
            Label = "No response to treatment",
            Kind = ProgressionKind.StopWithoutResponse,
        });

        patient.AsOf(160).Of(Fall).ShouldBe(["moderate active"]);
    }

    [Fact]
    public void Evaluate_ProgressionLongAfterTheLastDose_IsNotOnTheDrug() =>
        Treated().Plasma("pd", 300, 4).Progression(300).AsOf(310).Of(Fall).ShouldBeEmpty();

    [Fact]
    public void Evaluate_ProgressionKnownToTheMonthOnly_IsUndetermined()
    {
        var patient = Treated().Plasma("pd", 152, 4);
        patient.Add(new ProgressionFact { Source = new SourceRef("Observation", "m", "1", "Observation"), When = Month(2021, 7), Label = "worsened" });

        var assessment = patient.AsOf(200);

        assessment.Of(Fall).ShouldBeEmpty();
        assessment.Reasons("H2B-10").ShouldBe(["plasma-dates-too-coarse"]);
    }

    [Fact]
    public void Evaluate_TissueRetest_ResolvesBoth()
    {
        Treated().Plasma("pd", 152, 4).Progression(150).Ihc("again", 165, 3, specimen: "Specimen/again").AsOf(170).Of(Fall).ShouldBe(["moderate resolved"]);
        Treated().Plasma("pd", 152, 20).Progression(150).Ihc("again", 165, 3, specimen: "Specimen/again").AsOf(170).Of(Rise).ShouldBe(["moderate resolved"]);
    }

    [Fact]
    public void Evaluate_NewLine_ResolvesARiseAndNotAFall()
    {
        Treated().Plasma("pd", 152, 20).Progression(150).Doses(Deruxtecan, 175).AsOf(180).Of(Rise).ShouldBe(["moderate resolved"]);
        Treated().Plasma("pd", 152, 4).Progression(150).Doses(Deruxtecan, 175).AsOf(180).Of(Fall).ShouldBe(["moderate active"]);
    }

    [Fact]
    public void Evaluate_NextLine_HasItsOwnBaseline()
    {
        var assessment = Treated().Plasma("pd", 152, 20).Progression(150).Doses(Deruxtecan, 175, 196, 217)
            .Plasma("pd2", 230, 10).Progression(230).AsOf(240);

        assessment.Of(Rise).ShouldBe(["moderate resolved"]);
        assessment.Of(Fall).ShouldBe(["moderate active"]);
        assessment.Flags.Single(static one => one.Code == Fall).Text.ShouldContain("Baseline 20 on 2021-06-05, 10 on 2021-08-22");
    }

    [Fact]
    public void Evaluate_SeveralRecordsOfOneProgression_SayItOnce() =>
        Treated().Plasma("pd", 152, 4).Progression(150).Progression(155).AsOf(160).Of(Fall).ShouldBe(["moderate active"]);

    [Fact]
    [Trait("Row", "6a/erbb2-gain")]
    public void Evaluate_HighCopyNumberAlone_IsNoFlag() =>
        Start().Plasma("base", -5, 120).Plasma("on", 60, 125).AsOf(100).Flags
            .ShouldNotContain(static flag => flag.Code == Rise || flag.Code == "resistance-alteration");

    [Fact]
    public void Evaluate_BoundsThatDoNotTell_AreUndetermined()
    {
        var patient = Treated().Progression(150);
        patient.Assayed(Assay("pd", 152, AssayMethod.Ngs, new AssayResult.Gene(null, Copies: new Measure(4, MeasureBound.AtLeast)), specimen: "Specimen/pd") with
        {
            Material = SpecimenKind.Plasma,
            Assay = Molecular.OneAssay,
            TumourFraction = new Measure(5),
        });

        patient.AsOf(160).Reasons("H2B-10").ShouldBe(["copy-numbers-not-comparable"]);
    }

    [Fact]
    public void Evaluate_TumourFractionOfASiblingOnTheSameSpecimen_Counts()
    {
        var patient = Treated().Plasma("pd", 152, 4, fraction: null).Progression(150);
        patient.Add(new TumourFractionFact
        {
            Source = new SourceRef("Observation", "tf", "1", "Observation"),
            When = Day(152),
            Percent = new Measure(7),
            Specimen = new ResourceKey("Specimen/pd"),
        });

        patient.AsOf(160).Of(Fall).ShouldBe(["moderate active"]);
    }

    [Fact]
    public void Evaluate_OnAnyLaterDay_ContentIsTheSame()
    {
        var patient = Treated().Plasma("pd", 152, 4).Progression(150);

        patient.AsOf(160).Flags.Single(static one => one.Code == Fall).ShouldBe(patient.AsOf(290).Flags.Single(static one => one.Code == Fall));
    }

    private static PatientBuilder Start() =>
        new PatientBuilder().Gastric(-30).Ihc("t", -20, 3, specimen: "Specimen/t").Every(Trastuzumab, 0, 147, 21);

    private static PatientBuilder Treated() => Start().Plasma("base", -5, 10);

    /// <summary>The course ended "in 2021": before the progression or long after it.</summary>
    [Fact]
    public void Evaluate_CourseEndKnownToTheYearOnly_IsUndetermined()
    {
        var patient = Treated().Plasma("pd", 152, 4).Progression(150);
        var first = patient.Facts.OfType<TherapyFact>().MinBy(static fact => fact.When!.Value.Earliest)!;
        var year = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        patient.Facts.RemoveAll(static fact => fact is TherapyFact);
        patient.Add(first with { CourseEnd = new ClinicalTime(year, year.AddYears(1), TimePrecision.Year, "2021") });

        var assessment = patient.AsOf(200);

        assessment.Of(Fall).ShouldBeEmpty();
        assessment.Reasons("H2B-10").ShouldBe(["order-of-dose-and-progression"]);
    }
}
