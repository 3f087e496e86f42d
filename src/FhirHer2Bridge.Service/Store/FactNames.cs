using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The words under which the leaves of the closed hierarchies are stored. A word is never changed nor reused; a new leaf
/// gets a line here, or a test fails.
/// </summary>
internal static class FactNames
{
    public static IReadOnlyDictionary<Type, string> Facts { get; } = new Dictionary<Type, string>
    {
        [typeof(AssayFact)] = "assay",
        [typeof(ReportFact)] = "report",
        [typeof(SpecimenFact)] = "specimen",
        [typeof(TherapyFact)] = "therapy",
        [typeof(ProductFact)] = "product",
        [typeof(TumourFact)] = "tumour",
        [typeof(ProgressionFact)] = "progression",
        [typeof(SpreadFact)] = "spread",
        [typeof(SurgeryFact)] = "surgery",
        [typeof(NoResidualFact)] = "no-residual",
        [typeof(DeathFact)] = "death",
        [typeof(GapFact)] = "gap",
        [typeof(AlterationFact)] = "alteration",
        [typeof(PanelFact)] = "panel",
        [typeof(TumourFractionFact)] = "tumour-fraction",
        [typeof(StatedByConditionFact)] = "stated-by-condition",
        [typeof(OrderFact)] = "order",
    };

    public static IReadOnlyDictionary<Type, string> Results { get; } = new Dictionary<Type, string>
    {
        [typeof(AssayResult.Ihc)] = "ihc",
        [typeof(AssayResult.Gene)] = "gene",
        [typeof(AssayResult.Stated)] = "stated",
        [typeof(AssayResult.Inconclusive)] = "inconclusive",
    };

    public static JsonPolymorphismOptions Polymorphism(string property, IReadOnlyDictionary<Type, string> names)
    {
        var options = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = property,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var (type, name) in names)
        {
            options.DerivedTypes.Add(new JsonDerivedType(type, name));
        }

        return options;
    }
}
