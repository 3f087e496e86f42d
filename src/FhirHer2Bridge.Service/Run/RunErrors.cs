namespace FhirHer2Bridge.Service.Run;

/// <summary>Permanent codes of a cycle: what happened (summary) and what to do (remarks). Never reused.</summary>
internal static class RunErrors
{
    /// <summary>A patient in scope could not be read in full: rules that rest on absence stay undetermined for them.</summary>
    /// <remarks>See the codes of the searches that failed; the next cycle tries again.</remarks>
    public const string PatientNotRead = "H2B-RUN-001";

    /// <summary>A patient's facts could not be assessed because of a fault of ours; facts are kept, flags untouched.</summary>
    /// <remarks>Report it with the log's entry of this code; the next cycle tries again.</remarks>
    public const string Quarantined = "H2B-RUN-002";

    /// <summary>Flags could not be written; they are kept.</summary>
    /// <remarks>See the codes of the writer; the next cycle tries again, parked ones wait for a person.</remarks>
    public const string NotWritten = "H2B-RUN-003";

    /// <summary>The time given to a cycle was up.</summary>
    /// <remarks>Give it more time; nothing is lost.</remarks>
    public const string OutOfTime = "H2B-RUN-004";

    /// <summary>The failure budget is spent: too many cycles in a row were incomplete.</summary>
    /// <remarks>See the codes of these cycles; start again when the server is well.</remarks>
    public const string BudgetSpent = "H2B-RUN-005";

    /// <summary>The settings cannot be used; each line names the key and the values.</summary>
    /// <remarks>Correct the keys named.</remarks>
    public const string Settings = "H2B-RUN-006";

    /// <summary>The command line cannot be used.</summary>
    /// <remarks>See --help.</remarks>
    public const string Usage = "H2B-RUN-007";

    /// <summary>A fault of ours.</summary>
    /// <remarks>Report it with the line printed.</remarks>
    public const string Internal = "H2B-RUN-008";

    /// <summary>The patient is not known to the store, or known in several endpoints.</summary>
    /// <remarks>Name the endpoint with --server.</remarks>
    public const string UnknownPatient = "H2B-RUN-009";

    /// <summary>Nothing to read was found: the folder holds no .json or .ndjson file.</summary>
    /// <remarks>Check the path; files of other names can be given one by one.</remarks>
    public const string NothingToRead = "H2B-RUN-010";

    /// <summary>A line given to extract-text is no JSON object with the strings id and text; it was passed over.</summary>
    /// <remarks>Correct the line; the others were read.</remarks>
    public const string NotATextLine = "H2B-RUN-011";
}
