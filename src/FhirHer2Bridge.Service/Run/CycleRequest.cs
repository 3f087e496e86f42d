using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Service.Run;

/// <summary>What one cycle is asked to do.</summary>
/// <param name="AsOf">Moment of the assessment; never moves cursors, never what is written as issued.</param>
internal sealed record CycleRequest(AsOf AsOf)
{
    /// <summary>Read and assess this patient only; no window is read and no cursor moves.</summary>
    public PatientKey? Patient { get; init; }

    /// <summary>No page is asked for after this; what was read is assessed and written all the same.</summary>
    public DateTimeOffset? StopReadingAt { get; init; }

    /// <summary>Assess and plan; keep and write nothing.</summary>
    public bool DryRun { get; init; }
}
