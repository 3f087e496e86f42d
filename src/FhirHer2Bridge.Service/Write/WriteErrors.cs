namespace FhirHer2Bridge.Service.Write;

/// <summary>Permanent codes of what can keep a flag from the server: what happened (summary) and what to do (remarks). Never reused.</summary>
internal static class WriteErrors
{
    /// <summary>The server does not let us write (401, 403, a read-only server). The flag is kept and tried again.</summary>
    /// <remarks>Have write access granted for Observation, Device and Provenance; the next cycle sends what waits.</remarks>
    public const string NotAllowed = "H2B-WRITE-001";

    /// <summary>The server refuses this content for good (other 4xx). The flag waits for a person.</summary>
    /// <remarks>See the server's log for what it refuses and correct it there, or Write:Profile; a changed flag is sent anew.</remarks>
    public const string Refused = "H2B-WRITE-002";

    /// <summary>No usable answer (connection, 429, 5xx). The flag is kept and tried again; what was sent is read back first.</summary>
    /// <remarks>Check address, network and proxy; the next cycle tries again.</remarks>
    public const string Unreachable = "H2B-WRITE-003";

    /// <summary>The flag kept changing on the server while we wrote. It is kept and tried again.</summary>
    /// <remarks>Nothing, unless it stays: then find out who else changes the flags of this bridge.</remarks>
    public const string Conflict = "H2B-WRITE-004";

    /// <summary>The flag cannot be composed: it rests on nothing, or lacks what its state needs. It waits for a person.</summary>
    /// <remarks>A fault of ours: report it with the code and the rule.</remarks>
    public const string NotComposable = "H2B-WRITE-005";

    /// <summary>The flag's evidence belongs to more than one patient: never written. It waits for a person.</summary>
    /// <remarks>Look for a source that changed its patient, or two records that were merged; correct it at its source.</remarks>
    public const string TwoSubjects = "H2B-WRITE-006";

    /// <summary>The server's answer was not the resource asked for. The flag is kept and tried again.</summary>
    /// <remarks>Check that no proxy answers in the server's place; the next cycle tries again.</remarks>
    public const string UnreadableAnswer = "H2B-WRITE-007";

    /// <summary>Our flags on the server could not be looked for: nothing is written for the patient until they were.</summary>
    /// <remarks>Allow the search of Observation by patient and category; the next cycle tries again.</remarks>
    public const string AdoptionUnread = "H2B-WRITE-008";

    /// <summary>A setting of the section Write is out of range.</summary>
    /// <remarks>Correct the key named.</remarks>
    public const string Setting = "H2B-WRITE-009";
}
