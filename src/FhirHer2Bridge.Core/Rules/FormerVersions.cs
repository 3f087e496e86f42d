using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Results of which only an amended version is known: that they had said something before is certain, what is not.</summary>
internal static class FormerVersions
{
    /// <summary>Amended after a moment at which its material had been taken, and what it said then was never seen.</summary>
    public static bool AnyNotKept(PatientView patient, Func<SeenResult, bool> concerns) =>
        patient.Results.Any(result => result.Fact.Standing == FactStanding.Amended && concerns(result)
            && !patient.Replaced.Any(version => version.Source.Key == result.Fact.Source.Key));
}
