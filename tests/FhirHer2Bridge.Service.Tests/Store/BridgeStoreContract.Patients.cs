using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    [Fact]
    public async Task ReadPatient_NeverCommitted_IsNull()
    {
        var memory = await Store.ReadPatientAsync(Endpoint, Anna, default);

        memory.ShouldBeNull();
    }

    [Fact]
    public async Task ReadPatient_AfterReopening_HasEverythingCommitted()
    {
        var resource = StoreSamples.Resource("Observation/o1") with
        {
            Products = [new ResourceKey("Medication/m1")],
            Issues = [new Gap("H2B-READ-014", "The unit is not known.", new SourceRef("Observation", "o1", "1", "Observation.valueQuantity"))],
        };
        var flag = StoreSamples.Record("v1-a", StoreSamples.Flag(Anna)) with { OnServer = new ServerCopy("f1", "2", "hash") };
        await CommitAsync(new PatientCommit
        {
            Patient = Anna,
            Resources = [resource],
            Flags = [flag],
            FullReads = ReadAtNoon,
            NeedsFullRead = true,
            Adopted = true,
            NextDue = Noon.AddTicks(7),
            AssessmentJson = """{"patient":"x"}""",
        });

        await ReopenAsync();
        var memory = await ReadAsync(Anna);

        memory.Patient.ShouldBe(Anna);
        var stored = memory.Resources[new ResourceKey("Observation/o1")];
        stored.Version.ShouldBe("1");
        stored.Facts.ShouldBe(resource.Facts);
        stored.Products.ShouldBe(resource.Products);
        stored.Issues.ShouldBe(resource.Issues);
        memory.Flags.ShouldBe([flag]);
        memory.FullReads.ShouldBe([KeyValuePair.Create("Observation", Noon)]);
        memory.NeedsFullRead.ShouldBeTrue();
        memory.Adopted.ShouldBeTrue();
        memory.NextDue.ShouldBe(Noon.AddTicks(7));
        memory.LastAssessmentJson.ShouldBe("""{"patient":"x"}""");
    }

    [Fact]
    public async Task Commit_EmptyMembers_LeaveWhatIsThere()
    {
        await CommitAsync(StoreSamples.Raise(Anna, "v1-a") with
        {
            Resources = [StoreSamples.Resource("Observation/o1")],
            FullReads = ReadAtNoon,
            NeedsFullRead = true,
            Adopted = true,
            NextDue = Noon,
        });
        var before = await ReadAsync(Anna);

        await CommitAsync(new PatientCommit { Patient = Anna });
        var after = await ReadAsync(Anna);

        after.Resources.Keys.ShouldBe(before.Resources.Keys);
        after.Flags.ShouldBe(before.Flags);
        after.FullReads.ShouldBe(before.FullReads);
        (after.NeedsFullRead, after.Adopted, after.NextDue, after.LastAssessmentJson).ShouldBe((true, true, Noon, "{}"));
        (await OutboxAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_NewVersion_ReplacesTheFacts()
    {
        await CommitAsync(new PatientCommit { Patient = Anna, Resources = [StoreSamples.Resource("Observation/o1")] });

        await CommitAsync(new PatientCommit { Patient = Anna, Resources = [StoreSamples.Resource("Observation/o1", "2", score: 0)] });

        var stored = (await ReadAsync(Anna)).Resources.Values.ShouldHaveSingleItem();
        stored.Version.ShouldBe("2");
        stored.Facts.ShouldHaveSingleItem().ShouldBeOfType<AssayFact>().Result.ShouldBe(new AssayResult.Ihc(0));
    }

    [Fact]
    public async Task Commit_ResourceOfAnother_LeavesItsOldOwnerWhoOwesAnAssessment()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        await CommitAsync(Assessed(Berta, StoreSamples.Resource("Observation/o1", "2")));

        (await ReadAsync(Anna)).Resources.ShouldBeEmpty();
        (await ReadAsync(Berta)).Resources.Count.ShouldBe(1);
        (await Store.OwnerOfAsync(Endpoint, new ResourceKey("Observation/o1"), default)).ShouldBe(Berta);
        (await DueAsync(DateTimeOffset.MinValue)).ShouldBe([Anna]);
    }

    [Fact]
    public async Task Commit_RemovedResource_IsGoneAndHasNoOwner()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        await CommitAsync(new PatientCommit { Patient = Anna, Removed = [new ResourceKey("Observation/o1")] });

        (await ReadAsync(Anna)).Resources.ShouldBeEmpty();
        (await Store.OwnerOfAsync(Endpoint, new ResourceKey("Observation/o1"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Commit_RemovedResourceOfAnother_StaysThere()
    {
        await CommitAsync(Assessed(Berta, StoreSamples.Resource("Observation/o1")));

        await CommitAsync(new PatientCommit { Patient = Anna, Removed = [new ResourceKey("Observation/o1")] });

        (await ReadAsync(Berta)).Resources.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Commit_OtherEndpoint_IsAnotherPatient()
    {
        await Store.RegisterEndpointAsync("other", "https://other.example/", default);
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));

        var elsewhere = await Store.ReadPatientAsync("other", Anna, default);

        elsewhere.ShouldBeNull();
        (await Store.OwnerOfAsync("other", new ResourceKey("Observation/o1"), default)).ShouldBeNull();
    }

    [Fact]
    public async Task ReadScope_TwoPatients_AreBothThere()
    {
        await CommitAsync(new PatientCommit { Patient = Anna });
        await CommitAsync(new PatientCommit { Patient = Berta });

        var scope = await Store.ReadScopeAsync(Endpoint, default);

        scope.ShouldBe(["p1", "p2"], ignoreOrder: true);
    }

    private static Dictionary<string, DateTimeOffset> ReadAtNoon => new(StringComparer.Ordinal) { ["Observation"] = Noon };

    private static PatientCommit Assessed(PatientKey patient, params StoredResource[] resources) =>
        new() { Patient = patient, Resources = resources, AssessmentJson = "{}" };
}
