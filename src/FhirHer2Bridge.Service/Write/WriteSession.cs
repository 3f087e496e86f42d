namespace FhirHer2Bridge.Service.Write;

/// <summary>What holds for one draining of one endpoint's outbox.</summary>
internal sealed class WriteSession
{
    /// <summary>Trait: the server lets clients choose ids ("yes", "no").</summary>
    internal const string ClientIdsTrait = "write.client-ids";

    /// <summary>Trait: what is read back differs from what was sent ("yes"), so a difference alone is nobody's edit.</summary>
    internal const string RewritesTrait = "write.rewrites";

    /// <summary>Trait: when the server last said that it keeps no Provenance resources (UTC text). It is asked again after a day.</summary>
    internal const string ProvenanceTrait = "write.provenance";

    internal required string Endpoint { get; init; }

    internal required FhirCalls Calls { get; init; }

    /// <summary>Our Device on this server ("Device/…").</summary>
    internal required string Device { get; init; }

    internal required bool ClientIds { get; set; }

    internal required bool Rewrites { get; set; }

    internal required bool TakesProvenance { get; set; }

    /// <summary>The server said in this session that it keeps no Provenance.</summary>
    internal bool RefusedProvenance { get; set; }

    /// <summary>Name our profile in what we write.</summary>
    internal required bool ProfileHeld { get; init; }
}
