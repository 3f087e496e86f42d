namespace FhirHer2Bridge.Core.History;

/// <summary>
/// Through which instant what was read for the patient is known to be complete. Null: not known to be complete at all.
/// A rule that rests on absence is undetermined beyond it.
/// </summary>
/// <param name="Tests">Observations and reports.</param>
/// <param name="Doses">Administrations.</param>
public sealed record Completeness(DateTimeOffset? Tests, DateTimeOffset? Doses)
{
    /// <summary>One closed data set: nothing is missing from it.</summary>
    public static Completeness Whole { get; } = new(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue);

    public static Completeness Unknown { get; } = new(null, null);

    /// <summary>What is missing because of this patient, not because of the server.</summary>
    public Withheld Withheld { get; init; }

    public bool TestsThrough(DateTimeOffset instant) => Tests >= instant;

    public bool DosesThrough(DateTimeOffset instant) => Doses >= instant;
}

/// <summary>What a server does not give completely of one patient while it gives it of others. An outage withholds nothing.</summary>
[Flags]
public enum Withheld
{
    None = 0,
    Tests = 1,
    Doses = 2,
}
