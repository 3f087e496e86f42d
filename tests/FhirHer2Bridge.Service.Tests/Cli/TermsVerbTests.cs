using System.Text.Json;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Service.Tests.Architecture;
using FhirHer2Bridge.Service.Tests.Store;

namespace FhirHer2Bridge.Service.Tests.Cli;

/// <summary>The verb <c>terms</c>, through the real process.</summary>
public sealed class TermsVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Terms_Embedded_Is0AndCountsEveryTable()
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, "terms");

        ending.Code.ShouldBe(0, ending.Errors);
        ending.Errors.ShouldBeEmpty();
        ending.Output.ShouldContain($"version {Terms.Embedded.Version}: no problem");
        foreach (var file in Terms.Embedded.Contents)
        {
            ending.Output.ShouldContain($"{file.File} {file.Version}, checked on {file.CheckedOn}");
            file.Tables.ShouldAllBe(table => ending.Output.Contains($"  {table.Table}: {table.Active}", StringComparison.Ordinal));
        }

        ending.Output.ShouldContain("not verified and not in use");
    }

    [Fact]
    public async Task Terms_GoodOverlay_Is0AndCountsItToo()
    {
        var overlay = Path.Combine(Repository.Root, "tests", "cases", "overlay-local-codes.json");

        var ending = await BridgeProcess.RunAsync(_folder.Path, "terms", "--overlay", overlay, "--json");

        ending.Code.ShouldBe(0, ending.Errors);
        using var said = JsonDocument.Parse(ending.Output);
        said.RootElement.GetProperty("version").GetString().ShouldBe(Terms.Embedded.Version + "+2026.11.0");
        said.RootElement.GetProperty("problems").GetArrayLength().ShouldBe(0);
        var last = said.RootElement.GetProperty("files").EnumerateArray().Last();
        last.GetProperty("file").GetString().ShouldBe("overlay");
        last.GetProperty("tables")[0].GetProperty("table").GetString().ShouldBe("tests");
        last.GetProperty("tables")[0].GetProperty("active").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Terms_OverlayWithProblems_Is3AndNamesEachWithItsPlace()
    {
        await File.WriteAllTextAsync(_folder.File("overlay.json"), """
            {
              "version": "1", "checkedOn": "2026-11-22",
              "answers": [
                {"system": "urn:lab", "code": "P", "meaning": "positive"},
                {"system": "urn:lab", "code": "Q", "meaning": "positive", "source": "s"},
                {"system": "urn:lab", "code": "Q", "meaning": "negative", "source": "s"},
                {"system": "http://snomed.info/sct", "code": "431396003", "meaning": "positive", "source": "s"},
                {"system": "http://loinc.org", "code": "LA26333-6", "meaning": "ihc-score", "score": 1, "source": "s"}
              ]
            }
            """);

        var ending = await BridgeProcess.RunAsync(_folder.Path, "terms", "--overlay", "overlay.json");

        ending.Code.ShouldBe(3, ending.Errors);
        ending.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ShouldBe(
        [
            "H2B-TERM-004: overlay: answers urn:lab|P has no source",
            "H2B-TERM-005: overlay: answers urn:lab|Q is defined already in overlay",
            "H2B-TERM-006: overlay: answers http://snomed.info/sct|431396003 is defined already in answers.json",
            "H2B-TERM-009: overlay: answers http://loinc.org|LA26333-6 has a code that is refused",
        ]);
        ending.Output.ShouldContain("refused: 4 problem(s)");
        ending.Output.ShouldNotContain("overlay");
    }

    [Fact]
    public async Task Terms_OverlayWithProblemsAsJson_Is3AndKeepsCodeFileAndEntryApart()
    {
        await File.WriteAllTextAsync(_folder.File("overlay.json"), "{\"version\": \"1\"");

        var ending = await BridgeProcess.RunAsync(_folder.Path, "terms", "--overlay", "overlay.json", "--json");

        ending.Code.ShouldBe(3, ending.Errors);
        using var said = JsonDocument.Parse(ending.Output);
        var problem = said.RootElement.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        problem.GetProperty("code").GetString().ShouldBe("H2B-TERM-001");
        problem.GetProperty("file").GetString().ShouldBe("overlay");
        problem.GetProperty("entry").GetString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("terms", "--overlay", "nowhere.json")]
    [InlineData("terms", "--overlay")]
    [InlineData("terms", "--overly", "x.json")]
    public async Task Terms_CommandLineNotUsable_Is64(params string[] arguments)
    {
        var ending = await BridgeProcess.RunAsync(_folder.Path, arguments);

        ending.Code.ShouldBe(64, ending.Errors);
        ending.Errors.ShouldContain("H2B-RUN-007");
        ending.Output.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
