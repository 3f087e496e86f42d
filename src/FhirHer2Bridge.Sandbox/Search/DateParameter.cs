using System.Text.Json;
using FhirHer2Bridge.Sandbox.Json;

namespace FhirHer2Bridge.Sandbox.Search;

/// <summary>
/// Dates with the prefixes eq, ne, gt, ge, lt, le, over the spans that partial dates are (R4 search.html#date).
/// </summary>
internal class DateParameter(string name, string[] types, params string[] paths) : SearchParameter(name, types)
{
    private readonly ElementPath[] _paths = [.. paths.Select(static path => new ElementPath(path))];

    public override string Kind => "date";

    public override Func<StoredResource, bool> Compile(string value, string? modifier)
    {
        RefuseModifier(modifier);
        var prefix = value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[..2] : "eq";
        var wanted = DateSpan.Parse(value.Length > 2 && char.IsAsciiLetterLower(value[0]) ? value[2..] : value);
        Func<DateSpan, bool> test = prefix switch
        {
            "eq" => span => span.Start >= wanted.Start && span.End <= wanted.End,
            "ne" => span => span.Start < wanted.Start || span.End > wanted.End,
            "gt" => span => span.End > wanted.End,
            "ge" => span => span.End > wanted.Start,
            "lt" => span => span.Start < wanted.Start,
            "le" => span => span.Start < wanted.End,
            _ => throw Http.FhirException.Invalid($"prefix '{prefix}' is not supported for '{Name}'"),
        };
        return row => Spans(row).Any(test);
    }

    protected virtual IEnumerable<DateSpan> Spans(StoredResource row) =>
        _paths.SelectMany(path => path.Select(row)).Select(Span).OfType<DateSpan>();

    private static DateSpan? Span(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return DateSpan.TryParse(element.GetString());
        }

        var start = DateSpan.TryParse(FhirJson.Text(element, "start"));
        var end = DateSpan.TryParse(FhirJson.Text(element, "end"));
        return start is null && end is null
            ? null
            : new(start?.Start ?? DateTimeOffset.MinValue, end?.End ?? DateTimeOffset.MaxValue);
    }
}

/// <summary><c>_lastUpdated</c>, from the store's own moment.</summary>
internal sealed class LastUpdatedParameter() : DateParameter("_lastUpdated", [])
{
    protected override IEnumerable<DateSpan> Spans(StoredResource row) =>
        [new(row.LastUpdated, row.LastUpdated.AddMilliseconds(1))];
}
