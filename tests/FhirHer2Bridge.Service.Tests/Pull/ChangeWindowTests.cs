using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Store;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class ChangeWindowTests
{
    private static readonly DateTimeOffset Through = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void For_Cursor_AsksFromItOnInUtcWithoutAnEnd()
    {
        var since = new DateTimeOffset(2026, 1, 15, 9, 30, 0, 123, 456, TimeSpan.FromHours(2));

        var query = ChangeWindow.For("Observation", new Cursor(since, Through), new PullSettings { PageSize = 7 });

        query.Parameters.ShouldBe([("_lastUpdated", "ge2026-01-15T07:30:00.123Z"), ("_sort", "_lastUpdated"), ("_count", "7")]);
        query.NotBefore.ShouldBe(new DateTimeOffset(2026, 1, 15, 7, 30, 0, 123, TimeSpan.Zero));
    }

    [Fact]
    public void For_FirstLoadSinceADay_StartsWithThatDay()
    {
        var query = ChangeWindow.For("Observation", null, new PullSettings { Since = new DateOnly(2024, 3, 1) });

        query.Parameters[0].ShouldBe(("_lastUpdated", "ge2024-03-01T00:00:00.000Z"));
    }

    [Fact]
    public void For_FirstLoadOfEverything_SetsNoBound()
    {
        var query = ChangeWindow.For("Observation", null, new PullSettings());

        query.Parameters.Select(p => p.Name).ShouldBe(["_sort", "_count"]);
        query.NotBefore.ShouldBeNull();
    }

    [Fact]
    public void Next_ClosedWindow_ReachesBackByTheOverlap()
    {
        var window = new WindowResult("Observation") { ServerTime = Through };

        ChangeWindow.Next(window, TimeSpan.FromMinutes(5)).ShouldBe(new Cursor(Through.AddMinutes(-5), Through));
    }

    [Fact]
    public void Next_WindowNotClosed_GivesNoCursor()
    {
        var window = new WindowResult("Observation") { ServerTime = Through, FailureCode = PullErrors.TotalShort };

        Should.Throw<InvalidOperationException>(() => ChangeWindow.Next(window, TimeSpan.FromMinutes(5)));
    }
}
