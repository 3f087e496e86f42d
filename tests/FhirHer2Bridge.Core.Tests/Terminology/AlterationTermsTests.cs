using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>The table of reference 6a is checked as every other section is, and a site cannot add to it.</summary>
public sealed class AlterationTermsTests
{
    private const string Good = """{"gene":"EGFR","kinds":["mutation"],"effect":"resistance","source":"s","mark":"V"}""";

    [Fact]
    public void Check_WholeEntry_IsTaken() => Problems(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"gene":"EGFR","kinds":["mutation"],"effect":"resistance","mark":"V"}""", "H2B-TERM-004")]
    [InlineData("""{"kinds":["mutation"],"effect":"resistance","source":"s"}""", "H2B-TERM-007")]
    [InlineData("""{"gene":"EGFR","kinds":[],"effect":"resistance","source":"s"}""", "H2B-TERM-007")]
    [InlineData("""{"gene":"EGFR","kinds":["mutation"],"source":"s"}""", "H2B-TERM-007")]
    [InlineData("""{"gene":"EGFR","kinds":["mutation"],"effect":"unsaid","source":"s"}""", "H2B-TERM-007")]
    [InlineData("""{"gene":"EGFR","kinds":["mutation"],"effect":"resistance","only":["A1B"],"except":["C2D"],"source":"s"}""", "H2B-TERM-007")]
    public void Check_EntryThatLacksSomething_IsNamed(string entry, string code) => Problems(entry).ShouldBe([code]);

    [Theory]
    [InlineData("""{"gene":"EGFR","kinds":["mutation","amplification"],"effect":"sensitising","source":"s"}""", true)]
    [InlineData("""{"gene":"EGFR","kinds":["mutation"],"only":["A1B"],"effect":"sensitising","source":"s"}""", true)]
    [InlineData("""{"gene":"EGFR","kinds":["amplification"],"effect":"sensitising","source":"s"}""", false)]
    [InlineData("""{"gene":"MET","kinds":["mutation"],"effect":"sensitising","source":"s"}""", false)]
    public void Check_TwoEntriesForOneChange_AreRefused(string second, bool refused) =>
        Problems($"{Good},{second}").ShouldBe(refused ? ["H2B-TERM-005"] : []);

    [Fact]
    public void Check_OneProteinApartFromTheRest_IsTaken() =>
        Problems("""
            {"gene":"ERBB4","kinds":["mutation"],"only":["S774G"],"effect":"sensitising","source":"s"},
            {"gene":"ERBB4","kinds":["mutation"],"except":["S774G"],"effect":"resistance","source":"s"}
            """).ShouldBeEmpty();

    [Fact]
    public void Check_UnknownMark_IsNoTerminologyFile() =>
        Should.Throw<TermsException>(() => Problems(Good.Replace("\"V\"", "\"seen\"", StringComparison.Ordinal)))
            .Problems.Select(static problem => problem.Code).ShouldBe(["H2B-TERM-001"]);

    [Fact]
    public void WithOverlay_Alterations_AreRefused() =>
        Should.Throw<TermsException>(() => Terms.Embedded.WithOverlay(File(Good))).Problems.Select(static problem => problem.Code).ShouldBe(["H2B-TERM-007"]);

    private static List<string> Problems(string entries)
    {
        var problems = new List<TermProblem>();
        FileCheck.Run(TermsLoader.Parse("file", File(entries)), problems);
        return problems.ConvertAll(static problem => problem.Code);
    }

    private static string File(string entries) => $$"""{"version":"1","checkedOn":"2026-11-22","alterations":[{{entries}}]}""";
}
