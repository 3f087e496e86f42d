namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>
/// Searches do not show rows until some time after their own lastUpdated, so that a cursor passes them: long
/// transactions (LinuxForHealth, up to 120 s), asynchronous indexes. Reads by id see them at once.
/// </summary>
public sealed class LateVisibleRows : Fault
{
    private volatile bool _released;

    /// <summary>Only these ids, separated by blanks; empty is every row.</summary>
    public string Ids { get; init; } = string.Empty;

    /// <summary>How long after its lastUpdated a row appears; null is not before <see cref="Release"/>.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>From now on every row is visible.</summary>
    public void Release() => _released = true;

    public override IReadOnlyList<StoredResource> Rows(FaultRequest request, IReadOnlyList<StoredResource> rows)
    {
        if (_released || !Concerns(request) || !rows.Any(row => Hides(row, request.Now)) || !Fire())
        {
            return rows;
        }

        return [.. rows.Where(row => !Hides(row, request.Now))];
    }

    private bool Hides(StoredResource row, DateTimeOffset now) =>
        (Ids.Length == 0 || Ids.Split(' ').Contains(row.Id, StringComparer.Ordinal))
        && (Delay is not { } delay || now < row.LastUpdated + delay);
}
