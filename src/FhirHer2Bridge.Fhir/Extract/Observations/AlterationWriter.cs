using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Observations;

/// <summary>A variant of a gene that bears on HER2-directed drugs (domain 6a), copy numbers of ERBB2 apart.</summary>
internal static class AlterationWriter
{
    public static void Add(Reading reading, StatusUse use, VariantView variant, string gene)
    {
        if (use == StatusUse.Unclear)
        {
            return;
        }

        if (variant.Kind is not { } kind || variant.Present is not { } present)
        {
            // What was found in ERBB2 may be its amplification.
            NotRead(reading, "value", mayBeTest: gene is GeneReader.Erbb2 && variant.Kind is null && variant.Present != false);
            return;
        }

        Add(reading, new AssayContext(reading), new AlterationFact
        {
            Source = reading.Source("component"),
            Gene = gene,
            Kind = kind,
            Present = present,
            Protein = variant.Protein,
            Origin = variant.Origin,
            Significance = variant.Significance,
        });
    }

    /// <summary>Adds what the Observation lends to each alteration.</summary>
    public static void Add(Reading reading, AssayContext context, AlterationFact fact) => reading.Add(fact with
    {
        When = reading.When,
        Standing = reading.Standing,
        Specimen = context.Specimen,
        Material = context.Material,
        Issued = context.Issued,
    });

    public static void NotRead(Reading reading, string path, bool mayBeTest) =>
        reading.Gap(GapCodes.AlterationNotRead, path, hidesTest: mayBeTest);
}
