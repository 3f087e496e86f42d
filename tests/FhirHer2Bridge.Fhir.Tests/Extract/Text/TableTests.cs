using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Extract.Text.Grammar;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>Tables as report systems flatten them: columns by blanks, tabs or strokes.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("ER      PR     HER2    Ki-67\n90%     5%     2+      20%")]
    [InlineData("Block   ER      PR     HER2    Ki-67\nA1      90%     5%     2+      20%")]
    [InlineData("| ER | PR | HER2 |\n|----|----|----|\n| 90% | 5% | 2+ |")]
    [InlineData("ER\tPR\tHER2\tKi-67\n90%\t5%\t2+\t20%")]
    public void Read_TestsAsColumns_TakesTheValueBelowHer2(string table)
    {
        var finding = Her2TextReader.Read(table).Findings.ShouldHaveSingleItem();

        finding.Score.ShouldBe((2, 2));
        finding.Status.ShouldBe(TextStatus.Equivocal);
    }

    [Fact]
    public void Read_GenesAsRows_TakesTheNumberOfItsColumn()
    {
        const string table = "Gene        Locus        Copies      Call\nEGFR        7p11.2       3.1         neutral\nERBB2       17q12        27.5        amplified\n";
        var finding = Her2TextReader.Read("Sequencing report\n\n" + table).Findings.ShouldHaveSingleItem();

        finding.Assay.ShouldBe(TextAssay.Ngs);
        finding.Status.ShouldBe(TextStatus.Positive);
        finding.Copies!.Value.ShouldBe(27.5m);
    }

    [Theory]
    [InlineData("Test      Result     Reference\nHER2/CEP17 ratio      1.2      below 2.0\n")]
    [InlineData("| Test | Result | Reference |\n| HER2/CEP17 ratio | 1.2 | below 2.0 |\n")]
    public void Read_ColumnOfReferenceValues_IsNoResult(string table) =>
        Her2TextReader.Read(table).Findings.ShouldHaveSingleItem().Ratio!.Value.ShouldBe(1.2m);

    [Fact]
    public void Read_RowsOfAnotherNumberOfColumns_AreLeftAsTheyAre() =>
        Her2TextReader.Read("ER      PR     HER2\n90%     5%     2+      20%     7\n").Findings.ShouldBeEmpty();
}
