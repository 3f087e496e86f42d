using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Values;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>
/// A genomic variant. Only a somatic copy-number change of ERBB2 is a HER2 result (domain 1b): a mutation is none, and says
/// nothing against one either. Variants of the genes of domain 6a are alterations; alone they put no patient in scope.
/// </summary>
internal static class VariantReader
{
    public static void Read(Reading reading, StatusUse use, TestTerm term)
    {
        var variant = new VariantView(reading);
        if (variant.Genes.Contains(GeneReader.Erbb2, StringComparer.Ordinal))
        {
            ReadErbb2(reading, use, term, variant);
        }
        else if (variant.IsErbb2InWordsOnly)
        {
            reading.InScope = true;
            reading.Issue(IssueCodes.OtherMarker, "component");
            reading.Gap(GapCodes.OtherMarkerGap, "component", hidesTest: variant.IsCopyChange && variant.Origin != VariantOrigin.Germline);
        }
        else if (variant.Genes is [{ } gene])
        {
            AlterationWriter.Add(reading, use, variant, gene);
        }
        else if ((variant.Genes.Count != 1 || !variant.IsGeneNamed) && use != StatusUse.Unclear)
        {
            // Without its gene a copy-number change may be that of ERBB2.
            AlterationWriter.NotRead(reading, "component", mayBeTest: variant is { IsCopyChange: true, Genes.Count: 0, Origin: not VariantOrigin.Germline });
        }
    }

    private static void ReadErbb2(Reading reading, StatusUse use, TestTerm term, VariantView variant)
    {
        reading.InScope = true;
        if (!variant.IsCopyChange && !variant.SaysAmplified)
        {
            AlterationWriter.Add(reading, use, variant, GeneReader.Erbb2);
            return;
        }

        if (variant.Origin == VariantOrigin.Germline)
        {
            return;
        }

        if (use == StatusUse.Unclear)
        {
            reading.Gap(GapCodes.Pending, "status", hidesTest: !StatusReader.IsRegistered(reading));
            return;
        }

        var value = new ResultValueReader(reading, reading.Root, string.Empty, term);
        var outcome = value.Read();
        Add(reading, outcome, [.. value.Said], variant);
    }

    private static void Add(Reading reading, ValueOutcome outcome, List<Said> said, VariantView variant)
    {
        var context = new AssayContext(reading);
        var copies = Copies(reading, variant);
        if (said.Count == 0 && copies is not null && outcome == ValueOutcome.Empty)
        {
            said.Add(new Said(AssayMethod.Ngs, new AssayResult.Gene(null), "component"));
        }
        else if (said.Count == 0 && outcome == ValueOutcome.Empty)
        {
            reading.Gap(GapCodes.ResultWithoutValue, "value", hidesTest: true);
        }

        foreach (var one in said)
        {
            // "Present" means the change is there: a gain or a loss, unless it is said which.
            var result = one.Result is AssayResult.Gene gene
                ? gene with { Amplified = gene.Amplified == true && !variant.SaysAmplified ? null : gene.Amplified, Copies = copies }
                : one.Result;
            context.Add(one with { Result = result });
        }
    }

    private static Measure? Copies(Reading reading, VariantView variant)
    {
        if (variant.Copies.ValueKind != System.Text.Json.JsonValueKind.Object)
        {
            return null;
        }

        var quantity = variant.Copies.Has("valueRange")
            ? QuantityReader.Range(variant.Copies.Member("valueRange"))
            : QuantityReader.Quantity(variant.Copies.Member("valueQuantity"));
        if (quantity is not null && !NumberValue.IsImpossible(quantity) && NumberValue.IsCopyUnit(quantity.Unit))
        {
            return MeasureReader.Of(quantity);
        }

        reading.Issue(quantity is null || NumberValue.IsImpossible(quantity) ? IssueCodes.NumberUnusable : IssueCodes.UnitUnknown, "component");
        return null;
    }
}
