using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>The text form of what holds a patient does not name the patient: a log line made of it by mistake leaks nothing.</summary>
public sealed class RedactionTests
{
    private const string Secret = "MRN4711";
    private static readonly AsOf Moment = new(DateTimeOffset.UnixEpoch, "1970-01-01");

    public static TheoryData<string, object> Holders => new()
    {
        { "key", new PatientKey(Secret) },
        { "subject", new Subject(Secret, null, null) },
        { "subject by identifier", new Subject(null, "urn:oid:1.2", Secret) },
        { "identifier", new PatientIdentifier("urn:oid:1.2", Secret) },
        { "request", new CycleRequest(Moment) { Patient = new PatientKey(Secret) } },
        { "commit", new PatientCommit { At = DateTimeOffset.UnixEpoch, Patient = new PatientKey(Secret) } },
        {
            "memory",
            new PatientMemory
            {
                Patient = new PatientKey(Secret),
                Resources = new Dictionary<ResourceKey, StoredResource>(),
                Flags = [],
                FullReads = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal),
            }
        },
        {
            "extraction",
            new Extraction { ResourceType = "Observation", Id = "o1", Version = "1", Subject = new Subject(Secret, null, null) }
        },
        { "row", new PageEntry("Patient", Secret, null, EntryMode.Match, default) },
        { "tuple", (new PatientKey(Secret), 1) },
    };

    [Theory]
    [MemberData(nameof(Holders))]
    public void ToString_WhatHoldsAPatient_IsRedacted(string what, object holder) =>
        holder.ToString().ShouldNotBeNull().ShouldNotContain(Secret, Case.Insensitive, what);
}
