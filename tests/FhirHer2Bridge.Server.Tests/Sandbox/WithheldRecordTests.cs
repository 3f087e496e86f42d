using FhirHer2Bridge.Server.Tests.Kit;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Sandbox;

/// <summary>A record that the server refuses is said to the patient's clinician where it is this patient's alone (rule 28).</summary>
public sealed class WithheldRecordTests : SandboxTest
{
    private const string NotAssessable = "not-assessable";

    private static readonly StoryCase Treated = StoryCase.Load("0003-no-test-on-resection");
    private static readonly StoryCase Other = StoryCase.Load("0005-retracted-negative-result");
    private static readonly DateOnly Day185 = new(2021, 7, 8);

    private static string Id => Treated.Patient["Patient/".Length..];

    [Theory]
    [InlineData("Observation", 403, true)]
    [InlineData("DiagnosticReport", 400, true)]
    [InlineData("MedicationAdministration", 403, true)]
    [InlineData("Observation", 503, false)]
    [InlineData("Procedure", 403, false)]
    public async Task Sync_OneRecordIsNotGiven_FlagsItsPatientUnlessTheServerFails(string type, int status, bool flagged)
    {
        var bridge = NewBridge();
        Load(Treated, bundles: 11);
        Load(Other, bundles: 2);
        var fault = Server.Faults.On(new WithheldRecord(Id, type, status));

        var report = await bridge.SyncAsync(Day185);

        report.FullReadsOpen.ShouldBe(1);
        Server.Faults.Off(fault);
        (await Client.FlagsAsync()).Any(static flag => flag.Code == NotAssessable).ShouldBe(flagged);
    }

    [Fact]
    public async Task Sync_NoRecordIsGivenByPatient_IsForTheOperationsOnly()
    {
        var bridge = NewBridge();
        Load(Treated, bundles: 11);
        var fault = Server.Faults.On(new WithheldRecord(Id, "Observation", 400));

        await bridge.SyncAsync(Day185);

        Server.Faults.Off(fault);
        (await Client.FlagsAsync()).ShouldNotContain(static flag => flag.Code == NotAssessable);
    }

    [Fact]
    public async Task Sync_RecordIsGivenAgain_WithdrawsTheFlag()
    {
        var bridge = NewBridge();
        Load(Treated, bundles: 11);
        Load(Other, bundles: 2);
        var fault = Server.Faults.On(new WithheldRecord(Id, "Observation", 403));
        await bridge.SyncAsync(Day185);
        Server.Faults.Off(fault);

        await bridge.SyncWholeAsync(Day185);

        (await Client.FlagsAsync()).Single(static flag => flag.Code == NotAssessable).State.ShouldBe("withdrawn");
    }
}
