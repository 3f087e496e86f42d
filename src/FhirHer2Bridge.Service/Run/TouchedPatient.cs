using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Run;

/// <summary>A patient about whom something was read in this cycle.</summary>
internal sealed class TouchedPatient(PatientKey patient)
{
    public PatientKey Patient { get; } = patient;

    /// <summary>The newest version of each resource read.</summary>
    public Dictionary<ResourceKey, StoredResource> Resources { get; } = [];

    /// <summary>Resources that turned out to be about somebody else.</summary>
    public HashSet<ResourceKey> Removed { get; } = [];

    /// <summary>Server time of each type read in full in this cycle.</summary>
    public Dictionary<string, DateTimeOffset> FullReads { get; } = new(StringComparer.Ordinal);

    /// <summary>Types that the server gave of others in this cycle and not completely of this patient.</summary>
    public HashSet<string> Withheld { get; } = new(StringComparer.Ordinal);

    public bool NeedsFullRead { get; set; }
}
