using System.Diagnostics;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Fhir.Tests.Extract.Text.Corpus;
using FhirHer2Bridge.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract.Text;

/// <summary>Damaged reports: whatever comes, an answer comes, soon, and its words stand in the text.</summary>
public sealed class TextFuzzTests
{
    /// <summary>Far above what one text of 4,000 characters takes; a blow-up is minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public void Read_DamagedText_AnswersWithinItsText(int seed)
    {
        List<string> seeds = [.. Corpora.Own("reports.jsonl").Concat(Corpora.Own("sentences.jsonl")).Select(static one => one.Text!)];
        var mutations = new TextMutations(seeds, seed);
        for (var count = 0; count < 1500; count++)
        {
            var text = mutations.Next();
            var clock = Stopwatch.StartNew();
            var read = Her2TextReader.Read(text);

            clock.Elapsed.ShouldBeLessThan(Longest);
            foreach (var finding in read.Findings)
            {
                finding.Start.ShouldBeInRange(0, text.Length);
                finding.End.ShouldBeInRange(finding.Start, text.Length);
            }
        }
    }
}
