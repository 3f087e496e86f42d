using System.Diagnostics;
using System.Globalization;
using FhirHer2Bridge.Service.Documents;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Service.Tests.Cli;
using FhirHer2Bridge.Service.Tests.Store;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Service.Tests.Documents;

/// <summary>The real program where it is installed, and stand-ins for every way in which one can fail.</summary>
public sealed class PdfToTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [PdfToTextFact]
    public void Read_RealPdf_IsItsText() =>
        Real().Read(MinimalPdf.Of("FINAL DIAGNOSIS", "HER2 negative (IHC 0). \u00DCbersicht \\ 3+")).ShouldNotBeNull()
            .Split('\n').Select(static line => line.Trim()).ShouldBe(["FINAL DIAGNOSIS", "HER2 negative (IHC 0). \u00DCbersicht \\ 3+", ""]);

    [PdfToTextFact]
    public void Read_LockedCutOffOrNoPdf_IsNull()
    {
        var whole = MinimalPdf.Of("HER2 positive (IHC 3+)");

        Real().Read(MinimalPdf.Locked("HER2 positive (IHC 3+)")).ShouldBeNull();
        Real().Read(whole.AsMemory(0, whole.Length / 2)).ShouldBeNull();
        Real().Read("%PDF-1.4 and nothing else"u8.ToArray()).ShouldBeNull();
        Real().Read(Array.Empty<byte>()).ShouldBeNull();
    }

    [PdfToTextFact]
    public async Task Evaluate_ReportInPdf_IsReadWithTheProgramAndAGapWithoutIt()
    {
        await File.WriteAllTextAsync(_folder.File("with.json"), $$"""{"Text": {"PdfToText": "{{PdfToTextFactAttribute.Program}}"} }""");
        await File.WriteAllTextAsync(_folder.File("without.json"), "{}");
        var pdf = Convert.ToBase64String(MinimalPdf.Of("HER2 negative (IHC 0)."));
        await File.WriteAllTextAsync(_folder.File("report.json"), $$"""
            {"resourceType": "DiagnosticReport", "id": "r1", "status": "final", "subject": {"reference": "Patient/p1"}, "effectiveDateTime": "2024-07-30",
             "code": {"coding": [{"system": "http://loinc.org", "code": "22637-3"}]},
             "presentedForm": [{"contentType": "application/pdf", "data": "{{pdf}}"}]}
            """);

        var with = await BridgeProcess.RunAsync(_folder.Path, "evaluate", "report.json", "--config", "with.json");
        var without = await BridgeProcess.RunAsync(_folder.Path, "evaluate", "report.json", "--config", "without.json");

        (with.Code, without.Code).ShouldBe((0, 0), with.Errors + without.Errors);
        with.Output.ShouldContain("\"negative\"");
        with.Output.ShouldNotContain("pdf-not-read");
        without.Output.ShouldContain("pdf-not-read");
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("cat > /dev/null; echo HER2; exit 1")]
    [InlineData("cat > /dev/null; echo HER2; echo 'Syntax Error: no trailer' >&2")]
    [InlineData("cat > /dev/null; printf 'HER2 \\377'")]
    [InlineData("cat > /dev/null; kill -9 $$")]
    [InlineData("exec head -c 100000000 /dev/zero")]
    public void Read_ProgramThatFails_CostsThatDocumentOnly(string script) => StandIn(script).Read(new byte[5_000_000]).ShouldBeNull();

    [Fact]
    public void Read_ProgramThatAnswers_IsItsAnswerAndSeesNoSecret()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Environment.SetEnvironmentVariable("SITE_TOKEN_OF_A_TEST", "let-me-in");

        var text = StandIn("printf '%s ' \"$@\"; cat; env").Read("HER2 \u00FC\n"u8.ToArray()).ShouldNotBeNull();

        text.ShouldStartWith("-enc UTF-8 -layout - - HER2 \u00FC\n");
        text.ShouldNotContain("let-me-in");
    }

    [Fact]
    public void Read_ProgramThatHangs_IsKilledWithItsChildren()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var watch = Stopwatch.StartNew();

        StandIn($"sleep 600 & echo $! > '{_folder.File("child")}'; wait", TimeSpan.FromSeconds(1)).Read(new byte[5_000_000]).ShouldBeNull();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        var child = int.Parse(File.ReadAllText(_folder.File("child")), CultureInfo.InvariantCulture);
        SpinWait.SpinUntil(() => !IsRunning(child), TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    [Fact]
    public void Read_ProgramTakenAway_IsNull()
    {
        var program = StandIn("cat");
        File.Delete(_folder.File("program"));

        program.Read("HER2"u8.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void From_NotConfigured_IsNone() => PdfToText.From(new TextSettings(), TimeProvider.System).ShouldBeNull();

    [Fact]
    public async Task Start_NoProgramThere_Is3AndNamesTheKey()
    {
        await File.WriteAllTextAsync(_folder.File("plain"), "no program");
        foreach (var path in new[] { "/nowhere/pdftotext", "plain", "." })
        {
            await File.WriteAllTextAsync(
                _folder.File("appsettings.json"),
                $$$"""{"Servers": {"main": {"BaseUrl": "http://127.0.0.1:9/fhir", "Retries": 0}}, "Text": {"PdfToText": "{{{path}}}"}}""");
            await File.WriteAllTextAsync(_folder.File("bundle.json"), """{"resourceType": "Bundle", "type": "collection"}""");

            var sync = await BridgeProcess.RunAsync(_folder.Path, "sync");
            var evaluate = await BridgeProcess.RunAsync(_folder.Path, "evaluate", "bundle.json");

            (sync.Code, evaluate.Code).ShouldBe((3, 3), sync.Errors + evaluate.Errors);
            sync.Errors.ShouldContain($"H2B-RUN-006: Text:PdfToText is {path}, which is no program that can be run");
            evaluate.Errors.ShouldContain($"Text:PdfToText is {path}");
        }
    }

    [Fact]
    public void InvalidTimeout_Message_NamesTheKeyAndBothValues() =>
        SettingsProblems.Of("Text", new TextSettings { PdfTimeout = TimeSpan.FromHours(1) })
            .ShouldBe(["Text:PdfTimeout is 01:00:00; it must lie between 00:00:01 and 00:05:00"]);

    public void Dispose() => _folder.Dispose();

    private static PdfToText Real() =>
        PdfToText.From(new TextSettings { PdfToText = PdfToTextFactAttribute.Program }, TimeProvider.System).ShouldNotBeNull();

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private PdfToText StandIn(string script, TimeSpan? timeout = null)
    {
        var program = _folder.File("program");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var settings = new TextSettings { PdfToText = program, PdfTimeout = timeout ?? TimeSpan.FromSeconds(30) };
        return PdfToText.From(settings, TimeProvider.System).ShouldNotBeNull();
    }
}
