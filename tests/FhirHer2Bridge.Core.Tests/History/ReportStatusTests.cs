using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

/// <summary>A report and its results need not have one status (reference 2c).</summary>
public sealed class ReportStatusTests
{
    [Fact]
    public void Result_OfAWithdrawnReport_WentWithIt()
    {
        var read = Reported(FactStanding.Withdrawn).AsOf(100).History;

        read.Status.Status.ShouldBeNull();
        read.Assessments.Single().Standing.ShouldBe(FactStanding.Withdrawn);
    }

    [Fact]
    public void Result_OfAWithdrawnReportAndAnotherThatStands_Stands() =>
        Reported(FactStanding.Withdrawn).Add(Report("again", FactStanding.Final)).AsOf(100).History.Status.Status.ShouldBe(Her2Status.Positive);

    [Theory]
    [InlineData(FactStanding.Preliminary)]
    [InlineData(FactStanding.Amended)]
    public void Result_FinalInAReportThatIsNot_StandsByItself(FactStanding report) =>
        Reported(report).AsOf(100).History.Status.Status.ShouldBe(Her2Status.Positive);

    [Fact]
    [Trait("Row", "7/F15")]
    public void Doses_GivenBeforeTheReportWasWithdrawn_AreSaidWithTheReport()
    {
        var patient = Reported(FactStanding.Withdrawn).Every(Trastuzumab, 10, 94, 21);

        var flag = patient.AsOf(100).Flags.Single(static one => one.Rule == EvidenceRetractedRule.Id);

        (flag.Severity, flag.State, flag.Start).ShouldBe((FlagSeverity.High, FlagState.Active, Instant(80)));
        flag.Evidence.Select(static source => source.Id).ShouldBe(["dr", "i", "d73", "d52", "d31", "d10"], ignoreOrder: true);
        patient.AsOf(79).Flags.ShouldNotContain(static one => one.Rule == EvidenceRetractedRule.Id);
    }

    private static PatientBuilder Reported(FactStanding standing) =>
        new PatientBuilder().Gastric().Ihc("i", 0, 3, issued: 5, specimen: "Specimen/s").Add(Report("dr", standing));

    private static ReportFact Report(string id, FactStanding standing) => new()
    {
        Source = new SourceRef("DiagnosticReport", id, "1", "DiagnosticReport"),
        Results = [new ResourceKey("Observation/i")],
        Standing = standing,
        Updated = Instant(80),
    };
}
