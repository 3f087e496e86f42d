namespace FhirHer2Bridge.Service.Pull;

/// <summary>One entry, cut out of the page but not parsed: whether its content holds is for extraction to say.</summary>
/// <param name="Type">Null: not readable, or given twice.</param>
/// <param name="Id">Null: not readable, or given twice.</param>
/// <param name="LastUpdated"><c>meta.lastUpdated</c>, where readable.</param>
/// <param name="Mode">Why it is on the page.</param>
/// <param name="Utf8">The resource's JSON, a slice of the page.</param>
internal sealed record PageEntry(string? Type, string? Id, DateTimeOffset? LastUpdated, EntryMode Mode, ReadOnlyMemory<byte> Utf8)
{
    /// <summary>Cut from an entry that holds more than one resource: the last of them, of which only the name is to be read.</summary>
    public bool IsBroken { get; init; }

    public override string ToString() => $"{Type ?? "resource"}/***";
}

/// <summary>Why an entry is on the page.</summary>
internal enum EntryMode
{
    /// <summary>The page does not say.</summary>
    Unstated,
    Match,
    Include,
    Outcome,
}
