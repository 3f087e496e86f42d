using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>The specimen that a text names where its resource does not: a part of a report ("A"), or its words.</summary>
internal static class PlaceReader
{
    /// <returns>Its key within the resource; null: the text names one place only, and the resource's own specimen holds.</returns>
    public static ResourceKey? Of(Reading reading, string? place)
    {
        if (place is null)
        {
            return null;
        }

        var key = new ResourceKey($"{reading.Key.Value}#{Uri.EscapeDataString(place.ToLowerInvariant())}");
        if (!reading.Facts.OfType<SpecimenFact>().Any(known => known.Specimen == key))
        {
            reading.Add(new SpecimenFact { Source = reading.Source(string.Empty), Specimen = key, Site = place.Length > 1 ? place : null });
        }

        return key;
    }
}
