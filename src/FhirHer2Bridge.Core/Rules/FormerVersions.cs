using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Results of which only an amended version is known: that they had said something before is certain, what is not.</summary>
internal static class FormerVersions
{
    /// <summary>Amended, and what it said before was never seen.</summary>
    public static IEnumerable<SeenResult> NotKept(PatientView patient, RuleOutcome outcome) =>
        patient.Results.Where(result => result.Fact.Standing == FactStanding.Amended && !WasKept(result.Fact, patient, outcome));

    private static bool WasKept(AssayFact fact, PatientView patient, RuleOutcome outcome) => patient.Replaced.Any(version =>
        version.Source.Key == fact.Source.Key && outcome.HasCome(Moment.Earliest(version.ReplacedAt, fact.Updated)));
}
