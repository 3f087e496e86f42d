using System.Text.Json;
using System.Text.Json.Serialization;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text.Corpus;

/// <summary>A text with the results a careful reader finds in it (LABELLING_RULES.md).</summary>
public sealed record LabelledText(string Id, string Language, IReadOnlyList<TextLabel> Labels)
{
    public string? Text { get; init; }

    public string? File { get; init; }

    /// <summary>A careful human could defend two readings: scored apart.</summary>
    public bool Ambiguous { get; init; }
}

public sealed record TextLabel(string Assay, string Status, string Temporality)
{
    public string? IhcScore { get; init; }

    public decimal? Ratio { get; init; }

    public decimal? SignalsPerCell { get; init; }

    public decimal? CopyNumber { get; init; }

    /// <summary>The label holds where assay, status, time and every number that it states agree.</summary>
    public bool IsMetBy(TextLabel read) =>
        Assay == read.Assay && IsStatusMetBy(read)
        && (IhcScore is null || IhcScore == read.IhcScore)
        && (Ratio is null || Ratio == read.Ratio)
        && (SignalsPerCell is null || SignalsPerCell == read.SignalsPerCell)
        && (CopyNumber is null || CopyNumber == read.CopyNumber);

    public bool IsStatusMetBy(TextLabel read) => Status == read.Status && IsHistorical == read.IsHistorical;

    private bool IsHistorical => Temporality is "historical";
}

/// <summary>One line of extract-text.</summary>
public sealed record ReadText(string Id, IReadOnlyList<TextLabel> Results, bool Abstained);

internal static class Corpora
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "data", "text");

    /// <summary>A file of the project's own set; the text of a whole report stands in a file of its own.</summary>
    public static IReadOnlyList<LabelledText> Own(string file) => [.. Load(Path.Combine(Folder, file))
        .Select(static one => one.Text is not null ? one : one with { Text = File.ReadAllText(Path.Combine(Folder, one.File!)) })];

    public static IReadOnlyList<LabelledText> Load(string path) =>
        [.. File.ReadLines(path).Where(static line => line.Length > 0).Select(static line => JsonSerializer.Deserialize<LabelledText>(line, Json)!)];

    public static ReadText Parse(string line) => JsonSerializer.Deserialize<ReadText>(line, Json)!;
}
