namespace FhirHer2Bridge.Fhir.Tests.Extract.Text.Corpus;

/// <summary>Published snippets by others, which stay out of the project (licences): what the reader must reach on them.</summary>
public sealed class SnippetTests
{
    private static readonly string Snippets = Path.Combine(SnippetsTheoryAttribute.Folder, "dev", "snippets.jsonl");

    [SnippetsTheory]
    [InlineData("en")]
    [InlineData("es")]
    public void Read_EnglishAndSpanish_IsPrecise(string language)
    {
        var score = CorpusScore.Of(Corpora.Load(Snippets).Where(one => one.Language == language));

        score.Precision.ShouldBeGreaterThanOrEqualTo(0.97, score.ToString());
        score.Recall.ShouldBeGreaterThanOrEqualTo(0.93, score.ToString());
        score.StatusPrecision.ShouldBeGreaterThanOrEqualTo(0.98, score.ToString());
    }

    [SnippetsTheory]
    [InlineData("fr")]
    [InlineData("it")]
    [InlineData("zh")]
    [InlineData("de")]
    public void Read_OtherLanguages_AreBalanced(string language)
    {
        var score = CorpusScore.Of(Corpora.Load(Snippets).Where(one => one.Language == language));

        score.F1.ShouldBeGreaterThanOrEqualTo(0.90, score.ToString());
    }

    [SnippetsTheory]
    [InlineData(0.02)]
    public void Read_TextsWithoutAResult_RaiseNoAlarm(double most)
    {
        var score = CorpusScore.Of(Corpora.Load(Snippets));

        score.Empty.ShouldBeGreaterThan(30);
        score.FalseAlarmRate.ShouldBeLessThanOrEqualTo(most, score.ToString());
    }
}

/// <summary>A test over real snippets that are not part of the project; HER2_DATA names their folder (default ../shared/data).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SnippetsTheoryAttribute : TheoryAttribute
{
    public SnippetsTheoryAttribute()
    {
        if (!File.Exists(Path.Combine(Folder, "dev", "snippets.jsonl")))
        {
            Skip = "REAL SNIPPETS NOT READ: ../shared/data/dev/snippets.jsonl is absent; HER2_DATA names another data folder.";
        }
    }

    /// <summary>HER2_DATA names the folder of FHIR files; the snippets lie beside it.</summary>
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("HER2_DATA") ?? Path.Combine(Root(), "..", "shared", "data", "fhir"), "..");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "FhirHer2Bridge.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? ".";
    }
}
