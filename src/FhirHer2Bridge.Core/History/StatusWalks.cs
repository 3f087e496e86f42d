namespace FhirHer2Bridge.Core.History;

/// <summary>
/// The walks of one tumour's status. Rules ask for the walk at many instants; it differs only where another reading had become known.
/// </summary>
internal sealed class StatusWalks(TumourLine tumour)
{
    private readonly Dictionary<(int Known, int WindowDays, AssessmentTrack Track), StatusWalk> _walks = [];

    private readonly DateTimeOffset[] _moments =
        [.. tumour.Assessments.SelectMany(static assessment => assessment.Readings).Select(static reading => reading.KnownFrom).Distinct().Order()];

    /// <summary>When another reading became known, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Moments => _moments;

    public StatusWalk At(DateTimeOffset instant, int windowDays, AssessmentTrack track)
    {
        var found = Array.BinarySearch(_moments, instant);
        var key = (found < 0 ? ~found : found + 1, windowDays, track);
        if (!_walks.TryGetValue(key, out var walk))
        {
            _walks[key] = walk = StatusWalk.Of(tumour, instant, windowDays, track);
        }

        return walk;
    }
}
