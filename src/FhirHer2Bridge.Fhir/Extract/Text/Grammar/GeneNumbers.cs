using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Text.Grammar;

/// <summary>
/// What the numbers of an in situ hybridisation, or of sequencing, say where no word does (LABELLING_RULES R5): ratio 2.0 and more, or six signals
/// and more, positive; four to six signals below that ratio equivocal. The decision tables of the engine judge it again.
/// </summary>
internal static class GeneNumbers
{
    private const decimal RatioCutOff = 2.0m;
    private const decimal FewSignals = 4.0m;
    private const decimal ManySignals = 6.0m;

    /// <summary>Copies by tissue sequencing that are called amplified (domain 4f).</summary>
    private const decimal AmplifiedCopies = 4.0m;

    /// <summary>Of tissue sequencing, four copies and more are called amplified (domain 4f); a number from plasma needs its assay's own call.</summary>
    public static TextStatus StatusOfCopies(Measure? copies) => copies?.IsAtLeast(AmplifiedCopies) switch
    {
        true => TextStatus.Positive,
        false => TextStatus.Negative,
        null => TextStatus.Indeterminate,
    };

    public static TextStatus StatusOf(Measure? ratio, Measure? signals)
    {
        if (ratio?.IsAtLeast(RatioCutOff) == true || signals?.IsAtLeast(ManySignals) == true)
        {
            return TextStatus.Positive;
        }

        if (ratio?.IsAtLeast(RatioCutOff) == false)
        {
            return signals?.IsAtLeast(FewSignals) == true ? TextStatus.Equivocal : TextStatus.Negative;
        }

        return signals?.IsAtLeast(FewSignals) switch
        {
            true => TextStatus.Equivocal,
            false => TextStatus.Negative,
            null => TextStatus.Indeterminate,
        };
    }
}
