namespace FhirHer2Bridge.Core.Flags;

/// <summary>One difference between what holds and what stands. <see cref="Key"/> is null for a flag not raised before.</summary>
public abstract record FlagChange
{
    private FlagChange()
    {
    }

    /// <summary>The full content to be written.</summary>
    public required Flag Flag { get; init; }

    public string? Key { get; init; }

    public sealed record Raise : FlagChange;

    /// <summary>Still active with other content, or active again because what resolved it was withdrawn.</summary>
    public sealed record Amend : FlagChange;

    public sealed record Resolve : FlagChange;

    /// <summary>It never held.</summary>
    public sealed record Withdraw : FlagChange;
}
