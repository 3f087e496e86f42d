using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Run;

/// <summary>What one cycle did, and what it could not. Holds counts and codes, nothing about a patient.</summary>
internal sealed record CycleReport(string Endpoint)
{
    public List<WindowResult> Windows { get; } = [];

    /// <summary>Resources read that say something about HER2, or belong to a patient in scope.</summary>
    public int Resources { get; set; }

    public int Assessed { get; set; }

    /// <summary>Patients already assessed for a later moment: nothing was taken back.</summary>
    public int AssessedLater { get; set; }

    /// <summary>The patient asked for is not known here and nothing about HER2 was found.</summary>
    public bool UnknownPatient { get; set; }

    /// <summary>Everything was read, whatever became of the writing.</summary>
    public bool ReadComplete => !OutOfTime && FullReadsOpen == 0 && Windows.TrueForAll(static window => window.Closed);

    /// <summary>Optional types that the server does not offer: left out, and the cycle is complete without them.</summary>
    public SortedSet<string> NotOffered { get; } = new(StringComparer.Ordinal);

    public int FullReads { get; set; }

    /// <summary>Patients that could not be read in full; tried again next cycle.</summary>
    public int FullReadsOpen { get; set; }

    /// <summary>Patients whose assessment failed on our side; tried again next cycle.</summary>
    public int Quarantined { get; set; }

    /// <summary>Resources about a patient nobody could name yet.</summary>
    public int Unresolved { get; set; }

    /// <summary>Changes planned, by kind ("raise positive-to-negative").</summary>
    public SortedDictionary<string, int> Planned { get; } = new(StringComparer.Ordinal);

    /// <summary>Problems of single resources, by code.</summary>
    public SortedDictionary<string, long> Issues { get; } = new(StringComparer.Ordinal);

    public WriteReport Written { get; set; } = WriteReport.Nothing;

    /// <summary>The time given was up before everything was read.</summary>
    public bool OutOfTime { get; set; }

    public bool IsComplete => !OutOfTime && FullReadsOpen == 0 && Quarantined == 0 && Written.IsComplete
        && Windows.TrueForAll(static window => window.Closed);

    public void Count(string issue) => Count(issue, 1);

    /// <summary>Entries and rows of a search that could not be used.</summary>
    public void Count(WindowResult window)
    {
        Count(PullErrors.EntryDamaged, window.Damaged);
        Count(PullErrors.RowNotAsked, window.Dropped);
    }

    /// <summary>What is not complete, each a line with its code.</summary>
    public IEnumerable<string> Incomplete()
    {
        foreach (var window in Windows.Where(static window => !window.Closed))
        {
            yield return $"{window.FailureCode}: {window.ResourceType} not read completely: {window.FailureText}";
        }

        if (FullReadsOpen > 0)
        {
            yield return $"{RunErrors.PatientNotRead}: {FullReadsOpen} patient(s) not read in full; tried again next cycle";
        }

        if (Quarantined > 0)
        {
            yield return $"{RunErrors.Quarantined}: {Quarantined} patient(s) could not be assessed; tried again next cycle";
        }

        if (!Written.IsComplete)
        {
            yield return $"{RunErrors.NotWritten}: {Written.Postponed} flag(s) kept to send, {Written.Parked} parked, {Written.Refused} refused";
        }

        if (OutOfTime)
        {
            yield return $"{RunErrors.OutOfTime}: the time given was up; the next cycle goes on from the last closed window";
        }
    }

    private void Count(string issue, long times)
    {
        if (times > 0)
        {
            Issues[issue] = Issues.GetValueOrDefault(issue) + times;
        }
    }
}
