using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Store;

public abstract partial class BridgeStoreContract
{
    [Fact]
    public async Task ReadDue_MomentReached_HasThePatientFromThatTickOn()
    {
        await CommitAsync(Assessed(Anna) with { NextDue = Noon });

        var before = await DueAsync(Noon.AddTicks(-1));
        var at = await DueAsync(Noon);

        before.ShouldBeEmpty();
        at.ShouldBe([Anna]);
    }

    [Fact]
    public async Task ReadDue_MomentInAnotherOffset_IsTheSameInstant()
    {
        await CommitAsync(Assessed(Anna) with { NextDue = Noon.ToOffset(TimeSpan.FromHours(5)) });

        var due = await DueAsync(Noon.ToOffset(TimeSpan.FromHours(-8)));

        due.ShouldBe([Anna]);
    }

    [Fact]
    public async Task ReadDue_AssessmentWithoutMoment_ClearsIt()
    {
        await CommitAsync(Assessed(Anna) with { NextDue = Noon });

        await CommitAsync(Assessed(Anna));

        (await DueAsync(DateTimeOffset.MaxValue)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadDue_MomentWithoutAssessment_OnlyComesForward()
    {
        await CommitAsync(Assessed(Anna) with { NextDue = Noon });
        await CommitAsync(Assessed(Berta) with { NextDue = Noon });

        await CommitAsync(new PatientCommit { At = StoreSamples.Noon, Patient = Anna, NextDue = Noon.AddDays(1) });
        await CommitAsync(new PatientCommit { At = StoreSamples.Noon, Patient = Berta, NextDue = Noon.AddDays(-1) });

        (await ReadAsync(Anna)).NextDue.ShouldBe(Noon);
        (await ReadAsync(Berta)).NextDue.ShouldBe(Noon.AddDays(-1));
    }

    [Fact]
    public async Task ReadDue_WaitsForFullRead_IsDueUntilItIsRead()
    {
        await CommitAsync(Assessed(Anna) with { NeedsFullRead = true });
        var waiting = await DueAsync(DateTimeOffset.MinValue);

        await CommitAsync(Assessed(Anna) with { NeedsFullRead = false });
        var read = await DueAsync(DateTimeOffset.MinValue);

        waiting.ShouldBe([Anna]);
        read.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadDue_FactsWithoutAssessment_OweOne()
    {
        await CommitAsync(Assessed(Anna));

        await CommitAsync(new PatientCommit { At = StoreSamples.Noon, Patient = Anna, Resources = [StoreSamples.Resource("Observation/o1")] });

        (await DueAsync(DateTimeOffset.MinValue)).ShouldBe([Anna]);
        (await ReadAsync(Anna)).NextDue.ShouldBe(DateTimeOffset.MinValue);
    }

    [Fact]
    public async Task ReadDue_RemovalWithoutAssessment_OwesOneUntilAssessed()
    {
        await CommitAsync(Assessed(Anna, StoreSamples.Resource("Observation/o1")));
        await CommitAsync(new PatientCommit { At = StoreSamples.Noon, Patient = Anna, Removed = [new ResourceKey("Observation/o1")] });
        var owing = await DueAsync(DateTimeOffset.MinValue);

        await CommitAsync(Assessed(Anna));
        var assessed = await DueAsync(DateTimeOffset.MinValue);

        owing.ShouldBe([Anna]);
        assessed.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadDue_NewInScope_OwesItsFirstAssessment()
    {
        await CommitAsync(new PatientCommit { At = StoreSamples.Noon, Patient = Anna });

        var due = await DueAsync(DateTimeOffset.MinValue);

        due.ShouldBe([Anna]);
    }
}
