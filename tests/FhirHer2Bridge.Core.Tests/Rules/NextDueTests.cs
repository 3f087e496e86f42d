using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>An answer that turns undetermined by time alone is announced as well.</summary>
public sealed class NextDueTests
{
    [Fact]
    public void Reassessment_CourseEndedAndDosesNotReadSoFar_NamesTheLimit()
    {
        var read = new Completeness(DateTimeOffset.MaxValue, Instant(83));
        var patient = new PatientBuilder().Gastric().Ihc("p", 0, 3, specimen: "Specimen/p").Doses(Trastuzumab, 20, 41)
            .Only(TrastuzumabWithoutReassessmentRule.Id);

        patient.AsOf(100, read).NextDue.ShouldBe(Instant(181));
        patient.Unanswered(TrastuzumabWithoutReassessmentRule.Id, 181, read).ShouldBe(["doses-not-read-through"]);
    }

    [Fact]
    public void Surgery_DosesOfNoTumour_NamesTheLimit()
    {
        var patient = new PatientBuilder().Gastric().Breast().Doses(Trastuzumab, 100).Only(NoRetestAfterSurgeryRule.Id)
            .Add(new SurgeryFact { Source = new SourceRef("Procedure", "op", "1", "Procedure"), When = Day(130), Label = "Gastrectomy", Tumour = TumourKind.Gastric });

        patient.AsOf(140).NextDue.ShouldBe(Instant(158));
        patient.Unanswered(NoRetestAfterSurgeryRule.Id, 158).ShouldContain("dose-not-assigned");
    }

    /// <summary>A result is not there before its material was, also where only its report says when that was.</summary>
    [Fact]
    public void History_SpecimenNamedByTheReportAlone_IsAnnouncedAndSeenFromItsCollection()
    {
        var patient = new PatientBuilder().Gastric()
            .Ihc("r", 10, 3)
            .Add(new SpecimenFact { Source = new SourceRef("Specimen", "s", "1", "Specimen"), When = Day(20), Specimen = new("Specimen/s") })
            .Add(new ReportFact
            {
                Source = new SourceRef("DiagnosticReport", "d", "1", "DiagnosticReport"),
                Results = [new("Observation/r")],
                Specimens = [new("Specimen/s")],
            });

        patient.AsOf(15).History.Assessments.ShouldBeEmpty();
        patient.AsOf(15).NextDue.ShouldBe(Instant(20));
        patient.AsOf(20).History.Status.Status.ShouldBe(Her2Status.Positive);
    }

    /// <summary>Replaced versions are history of the record, and are not there before their own time either.</summary>
    [Fact]
    public void History_ReplacedVersionOfALaterTime_IsAnnounced()
    {
        var patient = new PatientBuilder().Gastric().Assayed(
            Assay("r", 30, AssayMethod.Ihc, new AssayResult.Ihc(3), specimen: "Specimen/r") with { ReplacedAt = Instant(50) });

        patient.AsOf(10).NextDue.ShouldBe(Instant(30));
    }
}
