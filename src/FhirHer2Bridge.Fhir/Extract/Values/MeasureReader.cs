using System.Globalization;
using System.Text.RegularExpressions;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Values;

/// <summary>Numbers with their bound, from quantities and from words ("greater than 2.2", "≥ 2.0", "1.8").</summary>
internal static partial class MeasureReader
{
    public static Measure Of(QuantityView quantity) => new(quantity.Value, quantity.Comparator switch
    {
        "<" => MeasureBound.LessThan,
        "<=" => MeasureBound.AtMost,
        ">=" => MeasureBound.AtLeast,
        ">" => MeasureBound.GreaterThan,
        _ => MeasureBound.Exact,
    });

    /// <summary>Null unless the whole text is one number with at most one bound.</summary>
    public static Measure? Of(string text)
    {
        if (text.Length > 60 || Pattern().Match(TextFolding.Fold(text)) is not { Success: true } match)
        {
            return null;
        }

        var number = match.Groups["n"].Value.Replace(',', '.');
        return new Measure(decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), match.Groups switch
        {
            var groups when groups["gt"].Success => MeasureBound.GreaterThan,
            var groups when groups["ge"].Success => MeasureBound.AtLeast,
            var groups when groups["lt"].Success => MeasureBound.LessThan,
            var groups when groups["le"].Success => MeasureBound.AtMost,
            _ => MeasureBound.Exact,
        });
    }

    [GeneratedRegex(
        "^((?<ge>greater than or equal to|at least|>=|=>|≥)|(?<le>less than or equal to|at most|<=|=<|≤)"
        + "|(?<gt>greater than|more than|above|over|>)|(?<lt>less than|below|under|<))? ?(?<n>[0-9]{1,6}([.][0-9]{1,8}|,[0-9]{1,2})?)\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
