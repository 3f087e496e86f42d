namespace FhirHer2Bridge.Service.Tests.Architecture;

/// <summary>Median, 95th percentile and maximum of lines per file (style.md C.10).</summary>
public sealed class FileBudgetTests
{
    private const int Median = 60;
    private const int Percentile95 = 180;
    private const int Max = 300;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void File_Lines_StayUnderTheLimit(string folder) =>
        Repository.Sources(folder).Where(file => file.Lines.Count > Max).Select(file => $"{file.Path}: {file.Lines.Count}").ShouldBeEmpty();

    [Fact]
    public void Sources_Distribution_StaysWithinBudget()
    {
        var lengths = Repository.Sources("src").Select(file => file.Lines.Count).Order().ToList();

        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(Median);
        lengths[lengths.Count * 95 / 100].ShouldBeLessThanOrEqualTo(Percentile95);
    }
}
