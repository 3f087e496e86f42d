using System.Globalization;
using FhirHer2Bridge.Sandbox.Http;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>How a result is shown: the parameters of R4 search.html#modifyingresults that the sandbox has.</summary>
internal sealed record ResultShape
{
    public int Count { get; init; }

    public string Sort { get; init; } = string.Empty;

    public bool Total { get; init; } = true;

    /// <summary>Only the number: <c>_summary=count</c> or <c>_count=0</c>.</summary>
    public bool CountOnly { get; init; }

    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <returns>The shape with this parameter taken in, or null where it is none of ours.</returns>
    /// <exception cref="FhirException">400: a value that is not understood.</exception>
    public ResultShape? With(Parameter parameter, int most) => (parameter.Name, parameter.Value) switch
    {
        ("_format" or "_pretty", _) => this,
        ("_count", var text) => Counted(text, most),
        ("_sort", "_lastUpdated" or "-_lastUpdated" or "_id" or "-_id") => this with { Sort = parameter.Value },
        ("_total", "none") => this with { Total = false },
        ("_total", "accurate" or "estimate") => this with { Total = true },
        ("_summary", "count") => this with { CountOnly = true },
        ("_summary", "false") => this,
        ("_elements", var text) => this with { Elements = text.Split(',', StringSplitOptions.TrimEntries) },
        ("_sort" or "_total" or "_summary", _) =>
            throw FhirException.Invalid($"the value of '{parameter.Name}' is not supported"),
        _ => null,
    };

    public IEnumerable<StoredResource> Sorted(IEnumerable<StoredResource> rows) => Sort switch
    {
        "_lastUpdated" => rows.OrderBy(static row => row.LastUpdated),
        "-_lastUpdated" => rows.OrderByDescending(static row => row.LastUpdated),
        "_id" => rows.OrderBy(static row => row.Id, StringComparer.Ordinal),
        "-_id" => rows.OrderByDescending(static row => row.Id, StringComparer.Ordinal),
        _ => rows,
    };

    private ResultShape Counted(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? this with { Count = Math.Clamp(count, 1, most), CountOnly = CountOnly || count == 0 }
            : throw FhirException.Invalid("the value of '_count' is not a number");
}
