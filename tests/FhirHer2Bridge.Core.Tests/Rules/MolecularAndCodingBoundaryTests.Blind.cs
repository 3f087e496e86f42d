using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class MolecularAndCodingBoundaryTests
{
    [Fact]
    public void Blind_OtherTestsLater_EndsWithTheFirstKnown() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 257, 21)
            .Plasma("p", 150, null, detected: false, fraction: null)
            .Ihc("u", 195, 2, issued: 220, specimen: "Specimen/u")
            .Ihc("v", 200, 2, issued: 210, specimen: "Specimen/v")).ShouldBe("""
        181: moderate active
        210: moderate resolved reassessed 181 to 210
        """);

    [Fact]
    public void Blind_TestOfTheSameDayAsTheLast_IsNoOther() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Ihc("s", 0, 2, issued: 186, specimen: "Specimen/s")
            .Every(Trastuzumab, 5, 194, 21)
            .Plasma("p", 150, null, detected: false, fraction: null)).ShouldBe("""
        181: moderate active
        237: moderate resolved treatment-stopped 181 to 237
        """);

    [Fact]
    public void Blind_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-21", Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Every(Trastuzumab, 5, 215, 21)
            .Plasma("p", 150, null, detected: false, fraction: null), new Completeness(Instant(170), Instant(300))).ShouldBe("""
        181: ? tests-not-read-through
        """);

    [Fact]
    public void Unread_ReportUnderTreatment_EndsWithTheTreatment() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        265: moderate resolved historical 40 to 265
        """);

    [Fact]
    public void Unread_ReportBeforeTreatment_BeginsWithTheFirstDose() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", -5))).ShouldBe("""
        0: moderate active
        265: moderate resolved historical 0 to 265
        """);

    [Fact]
    public void Unread_ReportWithoutADate_BeginsWithTheFirstDose() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", null))).ShouldBe("""
        0: moderate active
        265: moderate resolved historical 0 to 265
        """);

    [Fact]
    public void Unread_ReportAndALaterTest_EndsWhenItIsKnown() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 40))
            .Ihc("u", 40, 3, issued: 50, specimen: "Specimen/u")
            .Ihc("v", 41, 3, issued: 60, specimen: "Specimen/v")).ShouldBe("""
        40: moderate active
        50: moderate resolved reassessed 40 to 50
        """);

    [Fact]
    public void Unread_TestKnownAsItBegins_NeverWas() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", -5))
            .Ihc("u", -4, 3, issued: 0, specimen: "Specimen/u")).ShouldBe("""
        
        """);

    [Fact]
    public void Unread_AfterTheDaysOfTreatment_IsSilent() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 265))).ShouldBe("""
        
        """);

    [Fact]
    public void Unread_OnTheLastDayOfTreatment_IsShort() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 264))).ShouldBe("""
        264: moderate active
        265: moderate resolved historical 264 to 265
        """);

    [Fact]
    public void Unread_TwoTreatments_EachIsSaid() =>
        Timeline.Of("H2B-28", Treated()
            .Doses(Trastuzumab, 400)
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        265: moderate resolved historical 40 to 265
        400: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate active @DiagnosticReport/r+MedicationAdministration/d400
        581: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400
        """);

    [Fact]
    public void Unread_ThreeTreatments_EachIsSaid() =>
        Timeline.Of("H2B-28", Treated()
            .Doses(Trastuzumab, 400, 700)
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        265: moderate resolved historical 40 to 265
        400: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate active @DiagnosticReport/r+MedicationAdministration/d400
        581: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400
        700: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400 | moderate active @DiagnosticReport/r+MedicationAdministration/d700
        881: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 400 to 581 @DiagnosticReport/r+MedicationAdministration/d400 | moderate resolved historical 700 to 881 @DiagnosticReport/r+MedicationAdministration/d700
        """);

    [Fact]
    public void Unread_TreatmentThatGoesOn_Stays() =>
        Timeline.Of("H2B-28", Gastric()
            .Course(Trastuzumab, 0, null)
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        """);

    [Fact]
    public void Unread_SeveralReports_EachIsSaid() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("s", 45))
            .Add(Unread("r", 40))).ShouldBe("""
        40: moderate active
        45: moderate active @DiagnosticReport/r | moderate active @DiagnosticReport/s
        265: moderate resolved historical 40 to 265 @DiagnosticReport/r | moderate resolved historical 45 to 265 @DiagnosticReport/s
        """);

    [Fact]
    public void Unread_AwaitedResult_IsNotUnread() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("r", 40, code: "pending"))).ShouldBe("""
        
        """);

    [Fact]
    public void Unread_AdministrationsOfOneKind_AreOne() =>
        Timeline.Of("H2B-28", Treated()
            .Add(Unread("s", 45, test: false, dose: true))
            .Add(Unread("r", 40, test: false, dose: true))
            .Add(Unread("q", 50, test: false, dose: true, code: "medication-unresolved"))).ShouldBe("""
        40: moderate active
        50: moderate active @DiagnosticReport/r | moderate active @DiagnosticReport/q
        265: moderate active @DiagnosticReport/r | moderate active @DiagnosticReport/q | ? doses-not-read-through
        """);

    [Fact]
    public void Unread_DiagnosisInsteadOfAResult_BeginsWhenATestCouldHaveReported() =>
        Timeline.Of("H2B-28", Gastric()
            .Doses(Trastuzumab, 0, 21)
            .Add(Diagnosis("k", -9))
            .Add(Diagnosis("j", 3))).ShouldBe("""
        14: moderate active
        202: moderate resolved historical 14 to 202
        """);

    [Fact]
    public void Unread_DiagnosisMadeLater_BeginsThen() =>
        Timeline.Of("H2B-28", Gastric()
            .Doses(Trastuzumab, 0, 21)
            .Add(Diagnosis("k", 40))).ShouldBe("""
        40: moderate active
        202: moderate resolved historical 40 to 202
        """);

    [Fact]
    public void Unread_DiagnosisAndResultsLater_EndsWithTheFirst() =>
        Timeline.Of("H2B-28", Gastric()
            .Doses(Trastuzumab, 0, 21)
            .Add(Diagnosis("k", -9))
            .Ihc("u", 30, 2, issued: 50, specimen: "Specimen/u")
            .Ihc("v", 31, 3, issued: 45, specimen: "Specimen/v")).ShouldBe("""
        14: moderate active
        45: moderate resolved reassessed 14 to 45
        """);

    [Fact]
    public void Unread_ReadingTooOld_IsStale() =>
        Timeline.Of("H2B-28", Treated(), new Completeness(Instant(50), Instant(60))).ShouldBe("""
        57: moderate active
        265: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Unread_DosesReadingOlder_IsStale() =>
        Timeline.Of("H2B-28", Treated(), new Completeness(Instant(60), Instant(50))).ShouldBe("""
        57: moderate active
        265: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Unread_NothingKnownOfTheReading_CannotBeTold() =>
        Timeline.Of("H2B-28", Treated(), Completeness.Unknown).ShouldBe("""
        0: ? doses-not-read-through | ? tests-not-read-through
        """);

    [Fact]
    public void Unread_DosesUnknown_CannotBeTold() =>
        Timeline.Of("H2B-28", Treated(), new Completeness(DateTimeOffset.MaxValue, null)).ShouldBe("""
        0: ? doses-not-read-through
        """);

    [Fact]
    public void Coding_TwoConflictsOfOneSpecimen_BeginsWithTheFirstKnown() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 9))
            .Assayed(Contradictory("y", 0, 5) with { Specimen = new("Specimen/x") })).ShouldBe("""
        5: low active
        366: low resolved historical 5 to 366
        """);

    [Fact]
    public void Coding_TreatmentBeginsLater_TurnsHigh() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3))
            .Doses(Trastuzumab, 30, 51)).ShouldBe("""
        3: low active
        30: high active
        366: high resolved historical 3 to 366
        """);

    [Fact]
    public void Coding_TreatmentEndedBefore_StaysLow() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 60, 63))
            .Doses(Trastuzumab, 20)).ShouldBe("""
        63: low active
        426: low resolved historical 63 to 426
        """);

    [Fact]
    public void Coding_TreatmentWithinACourseGapBefore_IsHigh() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 60, 62))
            .Doses(Trastuzumab, 20)).ShouldBe("""
        62: high active
        426: high resolved historical 62 to 426
        """);

    [Fact]
    public void Coding_LaterResult_EndsIt() =>
        Timeline.Of("H2B-18", Gastric()
            .Assayed(Contradictory("x", 0, 3))
            .Ihc("u", 20, 0, issued: 25, specimen: "Specimen/u")
            .Doses(Trastuzumab, 30)).ShouldBe("""
        3: low active
        25: low resolved reassessed 3 to 25
        """);
}
