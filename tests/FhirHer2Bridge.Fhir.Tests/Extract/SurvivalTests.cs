using System.Text;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

/// <summary>Whatever the bytes, reading ends with an answer.</summary>
public sealed class SurvivalTests
{
    private static readonly string[] Pieces =
        ["null", "3", "-1e999", "\"\"", "\"\\ud800\"", "[]", "[null]", "[[{}]]", "{}", "true", "\"HER2\"", "\"2024-02-30\"", "\"#\"", "\"?identifier=|\"", ",", "}", "\\"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Extract_MutatedExamples_NeverThrows(int seed)
    {
        var random = new Random(seed);
        var examples = Files.Copied().Select(File.ReadAllText).Where(text => text.Length < 20_000).ToList();

        for (var round = 0; round < 1500; round++)
        {
            var mutated = Encoding.UTF8.GetBytes(Mutate(examples[random.Next(examples.Count)], random));

            Should.NotThrow(() => Extractor.Extract(mutated, Reads.Options), $"seed {seed}, round {round}");
            Should.NotThrow(() => DatasetReader.Read([("x", mutated)], Reads.Options), $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void Read_EveryPublishedFile_GivesAnAnswer()
    {
        if (Files.Published() is not { } folder)
        {
            Console.WriteLine("SKIPPED: the published FHIR files are not beside this repository.");
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            var dataset = DatasetReader.Read([(file, File.ReadAllBytes(file))], Reads.Options);

            (dataset.Resources.Count + dataset.Unreadable.Count).ShouldBeGreaterThan(0, file);
        }
    }

    /// <summary>Replaces one JSON value of the text, so that most mutants still parse; sometimes only a character.</summary>
    private static string Mutate(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = text.IndexOf(':', random.Next(text.Length));
            if (at < 0)
            {
                continue;
            }

            var end = text.IndexOfAny([',', '}', ']', '\n'], at);
            var piece = Pieces[random.Next(Pieces.Length)];
            text = random.Next(8) == 0 || end < 0 ? text.Insert(at, piece) : text[..(at + 1)] + piece + text[end..];
        }

        return text;
    }
}
