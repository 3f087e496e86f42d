using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>Promises that are kept by what the source says (style.md C.4, C.8).</summary>
public sealed partial class SourceFenceTests
{
    private static readonly string[] R4MaySee = ["FhirHer2Bridge.Core.Primitives", "FhirHer2Bridge.Core.Facts"];

    /// <summary>Where every fault is caught: per patient, per scheduled cycle, at the process's edge.</summary>
    private static readonly string[] LastNets =
    [
        "src/FhirHer2Bridge.Service/Cli/CommandLine.cs",
        "src/FhirHer2Bridge.Service/Run/BridgeCycle.cs",
        "src/FhirHer2Bridge.Service/Run/CycleJob.cs",
    ];

    [Fact]
    public void WireViews_Usings_AreCorePrimitivesAndFactsOnly() =>
        Repository.Lines("src/FhirHer2Bridge.Fhir/R4", line =>
                OwnName().Matches(line).Select(match => match.Value).Any(name =>
                    !name.StartsWith("FhirHer2Bridge.Fhir.R4", StringComparison.Ordinal) && !R4MaySee.Contains(name, StringComparer.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void Core_Json_IsReadByTerminologyOnly() =>
        Repository.Lines("src/FhirHer2Bridge.Core", line => line.Contains("System.Text.Json", StringComparison.Ordinal))
            .ShouldAllBe(line => line.StartsWith("src/FhirHer2Bridge.Core/Terminology/", StringComparison.Ordinal));

    [Fact]
    public void Core_Words_AreNotOfFhirJson() =>
        Repository.Lines("src/FhirHer2Bridge.Core", line => line.Contains("FhirHer2Bridge.Fhir", StringComparison.Ordinal)
                || line.Contains("FhirHer2Bridge.Service", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void Sandbox_Words_KnowNothingOfTheBridge() =>
        Repository.Lines("src/FhirHer2Bridge.Sandbox", line => line.Contains("her2", StringComparison.OrdinalIgnoreCase)
                && !line.Contains("FhirHer2Bridge.Sandbox", StringComparison.Ordinal)
                && !line.Contains("\"FhirHer2Bridge sandbox\"", StringComparison.Ordinal))
            .ShouldBeEmpty();

    /// <summary>RuleOutcome.HasCome notes what lies ahead; a comparison with the moment itself would change an answer unannounced.</summary>
    [Fact]
    public void Rules_TheMoment_IsAskedThroughTheOutcomeOnly() =>
        Repository.Lines("src/FhirHer2Bridge.Core/Rules", line => line.Contains(".AsOf", StringComparison.Ordinal)
                && !line.Contains("new RuleOutcome(context.AsOf)", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void CancellationTokens_Parameters_AreNeverNullable() =>
        Repository.Lines("src", line => line.Contains("CancellationToken?", StringComparison.Ordinal)).ShouldBeEmpty();

    /// <summary>A filter that names what it catches ("when (error is IOException …)") is no catch-all.</summary>
    [Fact]
    public void CatchAll_Files_AreTheListedOnes() =>
        Repository.Lines("src", line => CatchAll().IsMatch(line)).Select(PathOf).Distinct().ShouldBe(LastNets);

    /// <summary>Without a type: only to clean up and throw on.</summary>
    [Fact]
    public void BareCatch_Files_AreTheListedOnes() =>
        Repository.Lines("src", line => line.Trim() is "catch").Select(PathOf)
            .ShouldBe(["src/FhirHer2Bridge.Sandbox/SandboxServer.cs"]);

    [Fact]
    public void Suppressions_EachLine_GivesItsReason()
    {
        var suppressed = Repository.Lines("src", line => Suppression().IsMatch(line));

        suppressed.ShouldAllBe(line => line.Contains("// ", StringComparison.Ordinal) || line.Contains("Justification = \"", StringComparison.Ordinal));
        suppressed.Count.ShouldBeLessThan(1 + (Repository.Sources("src").Sum(file => file.Lines.Count) / 1000));
    }

    [Fact]
    public void Comments_Source_HoldNoToDoAndNoRegion() =>
        Repository.Lines("src", line => Unfinished().IsMatch(line)).ShouldBeEmpty();

    private static string PathOf(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];

    [GeneratedRegex(@"FhirHer2Bridge(\.\w+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnName();

    [GeneratedRegex(@"catch \(Exception\b(?!.* when \(\w+ is (?!not\b))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"#pragma warning disable|SuppressMessage\(", RegexOptions.NonBacktracking)]
    private static partial Regex Suppression();

    [GeneratedRegex(@"// ?TODO|// ?FIXME|// ?HACK|^\s*#region", RegexOptions.NonBacktracking)]
    private static partial Regex Unfinished();
}
