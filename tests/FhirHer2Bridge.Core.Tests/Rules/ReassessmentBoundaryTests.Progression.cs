using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class ReassessmentBoundaryTests
{
    [Fact]
    public void Progression_TestsKnownLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 205, 3, issued: 270, specimen: "Specimen/u")
            .Ihc("v", 210, 3, issued: 250, specimen: "Specimen/v")).ShouldBe("""
        242: moderate active
        250: moderate resolved reassessed 242 to 250
        """);

    [Fact]
    public void Progression_TestKnownAtTheEndOfTheGrace_WasInTime() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 205, 3, issued: 242, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TreatmentAtTheEndOfTheGrace_IsSaidWhenItIsOver() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 242)).ShouldBe("""
        285: moderate active
        566: moderate resolved historical 285 to 566
        """);

    [Fact]
    public void Progression_TreatmentLater_EndsItUntilThatIsOver() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 260, 250)).ShouldBe("""
        242: moderate active
        250: moderate resolved treatment-began 242 to 250
        303: moderate resolved treatment-began 242 to 250 @Observation/pd200 | moderate active @Observation/pd200+MedicationAdministration/d260
        566: moderate resolved treatment-began 242 to 250 @Observation/pd200 | moderate resolved historical 303 to 566 @Observation/pd200+MedicationAdministration/d260
        """);

    [Fact]
    public void Progression_TreatmentBeforeATest_EndsIt() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 250)
            .Ihc("u", 205, 3, issued: 270, specimen: "Specimen/u")).ShouldBe("""
        242: moderate active
        250: moderate resolved treatment-began 242 to 250
        """);

    [Fact]
    public void Progression_TestBeforeTreatment_EndsIt() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Doses(Trastuzumab, 270)
            .Ihc("u", 205, 3, issued: 250, specimen: "Specimen/u")).ShouldBe("""
        242: moderate active
        250: moderate resolved reassessed 242 to 250
        """);

    [Fact]
    public void Progression_OnTreatment_IsSaidWhenItIsOver() =>
        Timeline.Of("H2B-08", Tested()
            .Doses(Trastuzumab, 200)
            .Progression(200)).ShouldBe("""
        243: moderate active
        566: moderate resolved historical 243 to 566
        """);

    [Fact]
    public void Progression_TreatedTheDayBefore_IsSaid() =>
        Timeline.Of("H2B-08", Tested()
            .Doses(Trastuzumab, 199)
            .Progression(200)).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_InACourseThatGoesOn_IsTheOtherRules() =>
        Timeline.Of("H2B-08", Tested()
            .Course(Trastuzumab, 100, null)
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_AgainWhileItWaits_IsTheSame() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Progression(230)
            .Progression(300)
            .Ihc("u", 400, 3, issued: 400, specimen: "Specimen/u")
            .Add(Worse(500))).ShouldBe("""
        242: moderate active
        400: moderate resolved reassessed 242 to 400
        542: moderate resolved reassessed 242 to 400 @Observation/pd200 | moderate active @Observation/pd500
        866: moderate resolved reassessed 242 to 400 @Observation/pd200 | moderate resolved historical 542 to 866 @Observation/pd500
        """);

    [Fact]
    public void Progression_AgainAsTheTestIsKnown_IsAnother() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 240, 3, issued: 300, specimen: "Specimen/u")
            .Progression(300)).ShouldBe("""
        242: moderate active
        300: moderate resolved reassessed 242 to 300
        342: moderate resolved reassessed 242 to 300 @Observation/pd200 | moderate active @Observation/pd300
        666: moderate resolved reassessed 242 to 300 @Observation/pd200 | moderate resolved historical 342 to 666 @Observation/pd300
        """);

    [Fact]
    public void Progression_NegativeNeverTreated_IsSilent() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_NegativeWithOneIhc1_IsLow() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Progression(200)).ShouldBe("""
        242: low active
        566: low resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_NegativeWithTwoTests_IsSilent() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Ihc("u", 20, 1, specimen: "Specimen/u")
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TestOnTheDayOfIt_IsBeforeOrAfter() =>
        Timeline.Of("H2B-08", Gastric()
            .Ihc("t", 0, 1, specimen: "Specimen/t")
            .Ihc("u", 200, 3, specimen: "Specimen/u")
            .Progression(200)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_BreastFirstRecurrence_IsModerateWhateverTheStatus() =>
        Timeline.Of("H2B-08", new PatientBuilder().Breast()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Add(Worse(300, ProgressionKind.LocalRecurrence))
            .Add(Worse(600, ProgressionKind.Metastasis))).ShouldBe("""
        342: moderate active
        781: moderate resolved historical 342 to 781
        """);

    [Fact]
    public void Progression_BreastNegativeWithoutRecurrence_IsSilent() =>
        Timeline.Of("H2B-08", new PatientBuilder().Breast()
            .Ihc("t", 0, 0, specimen: "Specimen/t")
            .Progression(300)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TumourUnknownAndReadingsDiffer_CannotBeTold() =>
        Timeline.Of("H2B-08", new PatientBuilder().Ihc("t", 0, 1, specimen: "Specimen/t")
            .Progression(300)).ShouldBe("""
        342: ? tumour-type-unknown
        """);

    [Fact]
    public void Progression_TumourUnknownAndReadingsAgree_IsSilent() =>
        Timeline.Of("H2B-08", new PatientBuilder().Ihc("t", 0, 0, specimen: "Specimen/t")
            .Progression(300)).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200), new Completeness(Instant(241), Instant(900))).ShouldBe("""
        242: ? tests-not-read-through
        """);

    [Fact]
    public void Progression_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200), new Completeness(Instant(900), Instant(241))).ShouldBe("""
        242: ? doses-not-read-through
        """);

    [Fact]
    public void Progression_ReadUpToTheEndOfTheGrace_IsSaid() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200), new Completeness(Instant(242), Instant(242))).ShouldBe("""
        242: moderate active
        566: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Progression_TestedAndTestsNotReadThrough_IsNoQuestion() =>
        Timeline.Of("H2B-08", Tested()
            .Progression(200)
            .Ihc("u", 205, 3, issued: 230, specimen: "Specimen/u"), new Completeness(Instant(241), Instant(900))).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_SeveralTumoursAndItNamesNone_CannotBeTold() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(Worse(200))).ShouldBe("""
        242: ? progression-not-assigned
        """);

    [Fact]
    public void Progression_OfTheOtherTumour_IsNotThisOnes() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(Worse(200, ProgressionKind.Progression, "breast"))).ShouldBe("""
        
        """);

    [Fact]
    public void Progression_OfThisTumourAndAResultThatNamesNone_CannotBeTold() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 172, 3))
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))).ShouldBe("""
        242: ? tumour-not-assigned
        """);

    [Fact]
    public void Progression_OfThisTumourAndAnOlderResultThatNamesNone_IsSaid() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 171, 3))
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_OfThisTumourAndAPreliminaryResultThatNamesNone_IsSaid() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Assayed(Ihc("x", 190, 3) with { Standing = FactStanding.Preliminary })
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))).ShouldBe("""
        242: moderate active
        566: moderate resolved historical 242 to 566
        """);

    [Fact]
    public void Progression_OfThisTumourAndDosesThatNameNone_CannotBeTold() =>
        Timeline.Of("H2B-08", Two()
            .Assayed(Of("gastric", Ihc("t", 0, 3)))
            .Add(Worse(200, ProgressionKind.Progression, "gastric"))
            .Doses(Trastuzumab, 100)).ShouldBe("""
        242: ? dose-not-assigned
        """);
}
