using System.Globalization;
using System.Text;
using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>
/// One text read as <c>extract-text</c> shows it: a JSON line with the results, why other mentions are none, and where and why
/// the reader abstains. The bridge reads narrative through the same reader.
/// </summary>
public static class TextResultJson
{
    /// <summary>Characters shown of a mention that was not understood.</summary>
    private const int Around = 80;

    /// <param name="id">Carried over.</param>
    /// <param name="text">The text of one report or snippet, in any language of the lexicon.</param>
    public static string Line(string id, string text)
    {
        var reading = Her2TextReader.Read(text);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteStartArray("results");
            foreach (var finding in reading.Findings)
            {
                Write(json, finding, text);
            }

            json.WriteEndArray();
            json.WriteStartArray("nonResults");
            foreach (var kind in reading.NonResults.Distinct())
            {
                json.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));
            }

            json.WriteEndArray();
            json.WriteBoolean("abstained", reading.Unread.Count > 0);
            json.WriteStartArray("abstentions");
            foreach (var (at, reason) in reading.Unread)
            {
                json.WriteStartObject();
                json.WriteString("reason", JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()));
                json.WriteNumber("start", at);
                json.WriteString("quote", Quotation.Of(text, at, at + Around));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, TextFinding finding, string text)
    {
        json.WriteStartObject();
        json.WriteString("assay", AssayName(finding.Assay));
        json.WriteString("status", StatusName(finding.Status));
        if (finding.Score is var (low, high))
        {
            json.WriteString("ihcScore", low == high ? Step(low) : string.Create(CultureInfo.InvariantCulture, $"{low}-{high}+"));
        }

        Number(json, "ratio", finding.Ratio);
        Number(json, "signalsPerCell", finding.Signals);
        Number(json, "copyNumber", finding.Copies);
        if (finding.Specimen is not null)
        {
            json.WriteString("specimen", finding.Specimen);
        }

        if (finding.Part is not null)
        {
            json.WriteString("part", finding.Part);
        }

        json.WriteString("temporality", finding.IsHistorical ? "historical" : "current");
        if (finding.IsWithdrawn)
        {
            json.WriteBoolean("negatedOrPending", true);
        }

        if (finding.IsConflict)
        {
            json.WriteBoolean("conflict", true);
        }

        json.WriteString("confidence", finding.Confidence switch { TextConfidence.High => "high", TextConfidence.Medium => "medium", _ => "low" });
        json.WriteNumber("start", finding.Start);
        json.WriteNumber("end", finding.End);
        json.WriteString("quote", Quotation.Of(text, finding.Start, finding.End));
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, Measure? measure)
    {
        if (measure is null)
        {
            return;
        }

        json.WriteNumber(name, measure.Value);
        var comparator = measure.Bound switch
        {
            MeasureBound.GreaterThan => ">",
            MeasureBound.AtLeast => ">=",
            MeasureBound.LessThan => "<",
            MeasureBound.AtMost => "<=",
            _ => null,
        };
        if (comparator is not null)
        {
            json.WriteString(name + "Comparator", comparator);
        }
    }

    private static string Step(int score) => score == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{score}+");

    private static string AssayName(TextAssay assay) => assay switch
    {
        TextAssay.Ihc => "IHC",
        TextAssay.Ish => "ISH",
        TextAssay.Ngs => "NGS",
        TextAssay.Plasma => "ctDNA",
        _ => "unspecified",
    };

    private static string StatusName(TextStatus status) => status switch
    {
        TextStatus.Positive => "positive",
        TextStatus.Negative => "negative",
        TextStatus.Equivocal => "equivocal",
        TextStatus.Low or TextStatus.Ultralow => "low",
        TextStatus.Indeterminate => "indeterminate",
        _ => "none",
    };
}
