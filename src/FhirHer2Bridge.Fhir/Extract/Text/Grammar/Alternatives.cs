using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>Values parted by "or" ("IHC 3+ or amplified by FISH"): what would count as positive, and not what was found.</summary>
internal static class Alternatives
{
    public static bool Are(Pieces pieces, IReadOnlyList<FieldValue> values)
    {
        for (var at = 1; at < values.Count; at++)
        {
            var areDenied = values[at - 1].Status == TextStatus.Negative && values[at].Status == TextStatus.Negative
                && values[at - 1].Kind != ValueKind.Score && values[at].Kind != ValueKind.Score;
            if (!areDenied && values[at - 1].Kind is ValueKind.Score or ValueKind.Gene or ValueKind.Status && pieces.Has(Cue.Or, values[at - 1].At + 1, values[at].At))
            {
                return true;
            }
        }

        return false;
    }
}
