namespace FhirHer2Bridge.Service.Write;

/// <summary>Permanent codes of what can keep a flag from the server (docs/errors.md).</summary>
internal static class WriteErrors
{
    /// <summary>The server does not let us write (401, 403, a read-only server). The flag is kept and tried again.</summary>
    public const string NotAllowed = "H2B-WRITE-001";

    /// <summary>The server refuses this content for good (other 4xx). The flag waits for a person.</summary>
    public const string Refused = "H2B-WRITE-002";

    /// <summary>No usable answer (connection, 429, 5xx). The flag is kept and tried again; what was sent is read back first.</summary>
    public const string Unreachable = "H2B-WRITE-003";

    /// <summary>The flag kept changing on the server while we wrote. It is kept and tried again.</summary>
    public const string Conflict = "H2B-WRITE-004";

    /// <summary>The flag cannot be composed: it rests on nothing, or lacks what its state needs. It waits for a person.</summary>
    public const string NotComposable = "H2B-WRITE-005";

    /// <summary>The flag's evidence belongs to more than one patient: never written. It waits for a person.</summary>
    public const string TwoSubjects = "H2B-WRITE-006";

    /// <summary>The server's answer was not the resource asked for. The flag is kept and tried again.</summary>
    public const string UnreadableAnswer = "H2B-WRITE-007";

    /// <summary>Our flags on the server could not be looked for: nothing is written for the patient until they were.</summary>
    public const string AdoptionUnread = "H2B-WRITE-008";

    /// <summary>A setting of the section Write is out of range.</summary>
    public const string Setting = "H2B-WRITE-009";
}
