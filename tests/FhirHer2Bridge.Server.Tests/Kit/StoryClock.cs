using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Server.Tests.Kit;

/// <summary>The clock of a server and a bridge that live through a story; the present until it is moved. Timers are real.</summary>
internal sealed class StoryClock : TimeProvider
{
    private DateTimeOffset? _now;

    public override DateTimeOffset GetUtcNow() => _now ?? System.GetUtcNow();

    /// <summary>The evening of the step's day, and never the same minute twice.</summary>
    public void MoveTo(StoryStep step)
    {
        var evening = new DateTimeOffset(step.AsOf, new TimeOnly(20, 0), TimeSpan.Zero);
        _now = !(evening <= _now) ? evening : _now.Value.AddMinutes(1);
    }
}
