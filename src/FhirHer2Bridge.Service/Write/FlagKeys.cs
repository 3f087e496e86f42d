using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Fhir.Compose;

namespace FhirHer2Bridge.Service.Write;

/// <summary>Makes keys with the site's secret. Its text form holds no secret.</summary>
public sealed class FlagKeys(string instance, byte[] secret)
{
    /// <summary>Name of the site's bridge.</summary>
    public string Instance => instance;

    /// <summary>
    /// The key of a flag not raised before. A key that is taken (a flag withdrawn and adopted after a lost store) is never
    /// used again: the anchor gets the next number, as the planner does for the anchors it knows.
    /// </summary>
    /// <param name="flag">The flag to be raised.</param>
    /// <param name="taken">Keys of every standing flag of the patient.</param>
    public string KeyOf(Flag flag, IReadOnlySet<string> taken)
    {
        var key = Compute(flag, flag.Anchor);
        for (var number = 2; taken.Contains(key); number++)
        {
            key = Compute(flag, FormattableString.Invariant($"{flag.Anchor}#{number}"));
        }

        return key;
    }

    internal string ProvenanceOf(string flagKey, string version) =>
        FlagKey.ComputeProvenance(secret, instance, flagKey, version);

    private string Compute(Flag flag, string anchor) =>
        FlagKey.Compute(secret, instance, flag.Patient, flag.Code, anchor);
}
