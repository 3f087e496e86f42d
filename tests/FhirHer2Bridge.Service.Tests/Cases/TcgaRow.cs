using System.Globalization;
using System.Text.Json.Nodes;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>One patient of TCGA-BRCA as the biotab has it, and the same as FHIR: free text in number fields stays text.</summary>
internal sealed class TcgaRow(IReadOnlyDictionary<string, string> cells)
{
    private const string Loinc = "http://loinc.org";

    public string Id => this["bcr_patient_barcode"]!;

    public string Year => this["initial_pathologic_dx_year"] ?? "2010";

    public string? Score => this["her2_ihc_score"];

    public string? Ihc => this["her2_status_by_ihc"];

    public string? Fish => this["her2_fish_status"];

    public decimal? Ratio => Number(this["her2_cent17_ratio"]);

    /// <summary>Null: "[Not Available]", "[Not Evaluated]".</summary>
    private string? this[string column] => cells[column] is ['[', ..] ? null : cells[column];

    public static IReadOnlyList<TcgaRow> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var header = Cells(lines[0]);
        return [.. lines.Skip(1).Select(line => new TcgaRow(header.Zip(Cells(line)).ToDictionary(static p => p.First, static p => p.Second, StringComparer.Ordinal)))];
    }

    /// <summary>Everything the row says, of one specimen of a breast cancer.</summary>
    public IEnumerable<JsonObject> AsBreast(string date) =>
    [
        Patient(), Condition("C50"),
        .. Of(date, "ihc-score", "85319-2", Score), .. Of(date, "ihc", "85319-2", Ihc), .. Of(date, "fish", "85318-4", Fish),
        .. Of(date, "copies", "74860-8", this["her2_copy_number"]), .. Of(date, "cep17", "74861-6", this["cent17_copy_number"]),
        .. Of(date, "cells", "62361-1", this["her2_and_cent17_cells_count"]), .. Of(date, "ratio", "49683-6", this["her2_cent17_ratio"]),
    ];

    /// <summary>The ratio, beside the recorded FISH status or alone, under the only rules with one fixed cut-off of 2.0 (gastric, 2016).</summary>
    public IEnumerable<JsonObject> AsFixedCutOff(bool withStatus) =>
    [
        Patient(), Condition("C16"),
        .. Of("2020-03-01", "ratio", "49683-6", this["her2_cent17_ratio"]),
        .. withStatus ? Of("2020-03-01", "fish", "85318-4", Fish) : [],
    ];

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private JsonObject Patient() => new() { ["resourceType"] = "Patient", ["id"] = Id };

    private JsonObject Condition(string icd) => new()
    {
        ["resourceType"] = "Condition",
        ["id"] = $"{Id}-c",
        ["subject"] = new JsonObject { ["reference"] = $"Patient/{Id}" },
        ["code"] = Concept("http://hl7.org/fhir/sid/icd-10", icd),
    };

    private IEnumerable<JsonObject> Of(string date, string what, string loinc, string? value)
    {
        if (value is null)
        {
            yield break;
        }

        var observation = new JsonObject
        {
            ["resourceType"] = "Observation",
            ["id"] = $"{Id}-{what}",
            ["status"] = "final",
            ["code"] = Concept(Loinc, loinc),
            ["subject"] = new JsonObject { ["reference"] = $"Patient/{Id}" },
            ["specimen"] = new JsonObject { ["reference"] = $"Specimen/{Id}-s" },
            ["effectiveDateTime"] = date,
        };
        if (loinc is not ("85319-2" or "85318-4") && Number(value) is { } number)
        {
            observation["valueQuantity"] = new JsonObject { ["value"] = number };
        }
        else
        {
            observation["valueString"] = value;
        }

        yield return observation;
    }

    private static JsonObject Concept(string system, string code) =>
        new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { string.Empty };
        var isQuoted = false;
        foreach (var sign in line)
        {
            if (sign == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (sign == ',' && !isQuoted)
            {
                cells.Add(string.Empty);
            }
            else
            {
                cells[^1] += sign;
            }
        }

        return cells;
    }
}
