using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Kit;
using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class PatientReaderTests
{
    [Fact]
    public async Task Read_OneTypeIsNotSearchable_ReadsTheOthers()
    {
        await using var pull = await PullHarness.StartAsync();
        var empty = Searchset.Of().Answer();
        pull.Server.Then(
            Searchset.Of().Row("Patient", "p1").Answer(), Searchset.Of("o1").Answer(), empty, empty, empty, new ScriptedAnswer(400), empty, empty);

        var results = await pull.Patients.ReadAsync(new PatientKey("p1"), [], [], pull.CollectAsync, static () => false, CancellationToken.None);

        results.Select(r => r.ResourceType).ShouldBe(
            ["Patient", "Observation", "DiagnosticReport", "MedicationAdministration", "Condition", "Specimen", "Procedure", "MedicationRequest"]);
        results.Where(r => !r.Closed).ShouldHaveSingleItem().ResourceType.ShouldBe("Specimen");
        pull.Seen.ShouldBe(["Patient/p1", "Observation/o1"]);
        pull.Server.Requests.ShouldAllBe(r => r.Method == "POST" && !r.Address.Contains("p1"));
        pull.Server.Requests[0].Body.ShouldBe("_id=p1");
        pull.Server.Requests[1].Body.ShouldBe("patient=p1&_sort=_lastUpdated&_count=200");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Read_OrdersAreRefused_SaysThatTheyAreNotOffered(int status)
    {
        await using var pull = await PullHarness.StartAsync();
        var empty = Searchset.Of().Answer();
        ScriptedAnswer[] refused = status == 404 ? [new ScriptedAnswer(404), new ScriptedAnswer(404)] : [new ScriptedAnswer(status)];
        pull.Server.Then([empty, empty, empty, empty, empty, empty, empty, .. refused]);

        var results = await pull.Patients.ReadAsync(new PatientKey("p1"), [], [], pull.CollectAsync, static () => false, CancellationToken.None);

        results.Where(r => !r.Closed).Select(r => (r.ResourceType, r.NotOffered)).ShouldBe([("MedicationRequest", true)]);
    }

    [Fact]
    public async Task Read_ForbiddenWhereOthersAreReadable_IsAboutThePatient()
    {
        await using var pull = await PullHarness.StartAsync();
        var empty = Searchset.Of().Answer();
        pull.Server.Then(empty, new ScriptedAnswer(403), empty, empty, empty, empty, empty, empty);

        var results = await pull.Patients.ReadAsync(
            new PatientKey("p1"), [], ["Observation"], pull.CollectAsync, static () => false, CancellationToken.None);

        var refused = results.Where(r => !r.Closed).ShouldHaveSingleItem();
        (refused.ResourceType, refused.IsCutShort).ShouldBe(("Observation", true));
    }

    [Fact]
    public async Task Read_ForbiddenWhereNothingIsKnownToBeReadable_IsAboutUs()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(Searchset.Of().Answer(), new ScriptedAnswer(403));

        await Should.ThrowAsync<FhirRefusedException>(
            () => pull.Patients.ReadAsync(new PatientKey("p1"), [], [], pull.CollectAsync, static () => false, CancellationToken.None));
    }

    [Fact]
    public async Task Read_TypeKnownNotToBeOffered_IsNotAskedFor()
    {
        await using var pull = await PullHarness.StartAsync();
        var empty = Searchset.Of().Answer();
        pull.Server.Then(empty, empty, empty, empty, empty, empty, empty);

        await pull.Patients.ReadAsync(new PatientKey("p1"), ["MedicationRequest"], [], pull.CollectAsync, static () => false, CancellationToken.None);

        pull.Server.Requests.ShouldNotContain(r => r.Address.Contains("MedicationRequest"));
    }

    [Fact]
    public async Task Find_Identifier_IsEscapedAndStaysOutOfTheUrl()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(Searchset.Of().Row("Patient", "p1").Answer());

        var result = await pull.Patients.FindAsync("urn:oid:1.2", "A|7,8", pull.CollectAsync, CancellationToken.None);

        result.Closed.ShouldBeTrue(result.FailureText);
        var request = pull.Server.Requests.ShouldHaveSingleItem();
        request.Address.ShouldBe("/fhir/Patient/_search");
        Uri.UnescapeDataString(request.Body).ShouldBe(@"identifier=urn:oid:1.2|A\|7\,8&_count=200");
    }

    [Fact]
    public async Task Find_ServerSearchesByUrlOnly_DoesNotSendTheIdentifierThere()
    {
        await using var pull = await PullHarness.StartAsync();
        pull.Server.Then(new ScriptedAnswer(405));

        var result = await pull.Patients.FindAsync("urn:oid:1.2", "MRN7", pull.CollectAsync, CancellationToken.None);

        result.FailureCode.ShouldBe(PullErrors.IdentifierInUrl);
        pull.Server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task ReadProducts_ReturnedMissingAndUnread_AreToldApart()
    {
        await using var pull = await PullHarness.StartAsync();
        var keys = Enumerable.Range(100, 60).Select(n => new ResourceKey($"Medication/m{n}")).ToList();
        pull.Server.Then(Searchset.Of().Row("Medication", "m100").Answer(), new ScriptedAnswer(500));

        var read = await pull.Patients.ReadProductsAsync(
            [.. keys, new ResourceKey("MedicationAdministration/a#m")], pull.CollectAsync, CancellationToken.None);

        read.Returned.ShouldBe([keys[0]]);
        read.NotReturned.Count.ShouldBe(49);
        read.NotRead.Count.ShouldBe(11);
        read.Failures.ShouldHaveSingleItem().FailureCode.ShouldBe(PullErrors.ServerFailing);
        Uri.UnescapeDataString(pull.Server.Requests[1].Body).ShouldStartWith("_id=m150,m151,");
    }
}
