namespace FhirHer2Bridge.Core.Primitives;

/// <summary>
/// A moment known to some precision: the half-open span [<see cref="Earliest"/>, <see cref="LatestExclusive"/>) in which
/// it lies, and the literal that said so. "2024" is a whole year, never 2024-01-01.
/// </summary>
/// <remarks>
/// Equality is equality of all four members. There is deliberately no <see cref="IComparable{T}"/>: two overlapping spans
/// have no order, and a sort would invent one. Source: FHIR R4 datatypes, dateTime.
/// </remarks>
public readonly record struct ClinicalTime
{
    public ClinicalTime(DateTimeOffset earliest, DateTimeOffset latestExclusive, TimePrecision precision, string literal)
    {
        if (latestExclusive <= earliest)
        {
            throw new ArgumentException("A span of time ends after it starts.", nameof(latestExclusive));
        }

        Earliest = earliest;
        LatestExclusive = latestExclusive;
        Precision = precision;
        Literal = literal;
    }

    /// <summary>First instant at which it may have happened.</summary>
    public DateTimeOffset Earliest { get; }

    /// <summary>The day of <see cref="Earliest"/> by the clock that wrote it, whatever its distance from UTC.</summary>
    public DateTime Day => Earliest.Date;

    /// <summary>First instant at which it has certainly happened already.</summary>
    public DateTimeOffset LatestExclusive { get; }

    public TimePrecision Precision { get; }

    /// <summary>The source's own spelling; echoed when written, never completed.</summary>
    public string Literal { get; }

    /// <summary>Before or After only where every instant of one span lies on that side of every instant of the other.</summary>
    public TimeOrder OrderAgainst(ClinicalTime other)
    {
        if (LatestExclusive <= other.Earliest)
        {
            return TimeOrder.Before;
        }

        if (other.LatestExclusive <= Earliest)
        {
            return TimeOrder.After;
        }

        return Earliest == other.Earliest && LatestExclusive == other.LatestExclusive && Precision == TimePrecision.Instant
            ? TimeOrder.Same
            : TimeOrder.Indeterminate;
    }

    public bool Overlaps(ClinicalTime other) => Earliest < other.LatestExclusive && other.Earliest < LatestExclusive;
}
