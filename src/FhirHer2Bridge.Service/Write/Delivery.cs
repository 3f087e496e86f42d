using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Service.Write;

/// <summary>How one attempt to bring one flag to the server ended. The nested leaves are all there are.</summary>
internal abstract record Delivery
{
    private Delivery()
    {
    }

    /// <param name="Standing">What stands on the server now.</param>
    /// <param name="Activity">What was done.</param>
    /// <param name="MayHaveATwin">Created by condition only: another writer may have done the same at the same moment.</param>
    internal sealed record Sent(OwnFlag Standing, FlagActivity Activity, bool MayHaveATwin) : Delivery;

    /// <summary>The very content stood there already.</summary>
    internal sealed record Unchanged(OwnFlag Standing) : Delivery;

    /// <summary>Somebody at the site closed, changed or deleted it.</summary>
    internal sealed record Dismissed : Delivery;

    /// <summary>It ended before it was ever sent: nothing is to be written.</summary>
    internal sealed record NeverNeeded : Delivery;

    /// <summary>Not written; the code says why.</summary>
    internal sealed record NotSent(string Code, bool Park) : Delivery;
}
