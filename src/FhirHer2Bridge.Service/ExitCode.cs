namespace FhirHer2Bridge.Service;

/// <summary>What the process tells its caller. Never reused.</summary>
internal static class ExitCode
{
    /// <summary>Done, nothing left out; for the service: stopped as asked.</summary>
    public const int Ok = 0;

    /// <summary>The cycle is incomplete (a window not closed, a flag unsent …), or an input was not FHIR JSON or not found in its folder.</summary>
    public const int Incomplete = 2;

    /// <summary>The settings or a terminology file cannot be used, or the store belongs to another server.</summary>
    public const int Configuration = 3;

    /// <summary>The server refuses us on reading (401, 403).</summary>
    public const int Refused = 4;

    /// <summary>Too many cycles in a row failed; the service stopped.</summary>
    public const int BudgetSpent = 5;

    /// <summary>The store does not know the patient asked for, or knows the id in several endpoints.</summary>
    public const int UnknownPatient = 6;

    /// <summary>The command line cannot be used.</summary>
    public const int Usage = 64;

    /// <summary>A fault of ours.</summary>
    public const int Internal = 70;
}
