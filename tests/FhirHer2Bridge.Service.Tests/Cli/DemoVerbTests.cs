using FhirHer2Bridge.Service.Tests.Store;

namespace FhirHer2Bridge.Service.Tests.Cli;

/// <summary>The verb <c>demo</c>, through the real process, read by a program.</summary>
public sealed class DemoVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Demo_Redirected_NamesThePatientOfEachFlagAndDrawsNoBar()
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, "demo", "--once", "--output", _folder.File("out"));

        ending.Code.ShouldBe(0, ending.Errors);
        ending.Output.ShouldNotContain("cycles:");
        ending.Output.ShouldNotContain("incomplete");
        var lines = ending.Output.Split('\n', StringSplitOptions.TrimEntries);
        lines.ShouldContain(static line => line.StartsWith("Patient/", StringComparison.Ordinal) && line.EndsWith(": positive-to-negative active", StringComparison.Ordinal));
        lines.ShouldContain(static line => line.StartsWith("Patient/", StringComparison.Ordinal) && line.EndsWith(" active (low: shown, not written)", StringComparison.Ordinal));
        Directory.EnumerateFiles(_folder.File("out"), "*.svg").ShouldNotBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
