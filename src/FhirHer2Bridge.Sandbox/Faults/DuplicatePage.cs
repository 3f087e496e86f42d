namespace FhirHer2Bridge.Sandbox.Faults;

/// <summary>Rows of one page are served again at the start of the next (HAPI 3608, OpenELIS 4235).</summary>
public sealed class DuplicatePage : Fault
{
    /// <summary>Which page is repeated, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many of its last rows; null repeats the whole page, which then comes twice.</summary>
    public int? Repeated { get; init; }

    public override IReadOnlyList<StoredResource> Rows(FaultRequest request, IReadOnlyList<StoredResource> rows)
    {
        var end = Math.Min(rows.Count, Page * request.PageSize);
        var repeated = Math.Min(Repeated ?? request.PageSize, end - Math.Min(end, (Page - 1) * request.PageSize));
        return Concerns(request) && repeated > 0 && Fire()
            ? [.. rows.Take(end), .. rows.Skip(end - repeated).Take(repeated), .. rows.Skip(end)]
            : rows;
    }
}
