namespace FhirHer2Bridge.Service.Write;

/// <summary>What became of the outbox of one endpoint.</summary>
/// <param name="Sent">Flags created or changed on the server.</param>
/// <param name="Unchanged">The server had the very content already: nothing was written.</param>
/// <param name="Postponed">Kept, to be tried again.</param>
/// <param name="Parked">Waiting for a person, earlier ones included.</param>
/// <param name="Dismissed">Closed, changed or deleted by somebody at the site: left as they are.</param>
/// <param name="Refused">Refused by us: no evidence, or evidence of two patients. They wait for a person.</param>
internal sealed record WriteReport(int Sent, int Unchanged, int Postponed, int Parked, int Dismissed, int Refused)
{
    public static WriteReport Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Every flag is where it belongs; false means exit code 2.</summary>
    public bool IsComplete => Postponed + Parked + Refused == 0;

    public static WriteReport operator +(WriteReport left, WriteReport right) => new(
        left.Sent + right.Sent,
        left.Unchanged + right.Unchanged,
        left.Postponed + right.Postponed,
        left.Parked + right.Parked,
        left.Dismissed + right.Dismissed,
        left.Refused + right.Refused);
}
