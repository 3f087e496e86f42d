using System.Diagnostics;
using System.Globalization;
using System.Text;
using FhirHer2Bridge.Fhir.Extract.Text;
using FhirHer2Bridge.Kit;

namespace FhirHer2Bridge.Bench;

/// <summary>Time and memory of reading narrative, and whether time grows with length only: each figure beside that of half the text.</summary>
internal static class TextBench
{
    private const int Megabyte = 1_000_000;

    public static int Run()
    {
        Time(10, Report, warm: true);
        Say("reports of 2,000 characters, 10 MB in all", Time(10 * Megabyte / 2000, Report), Time(5 * Megabyte / 2000, Report));
        Say("one text of 10 MB", Time(1, () => Repeat(Report(), 10 * Megabyte)), Time(1, () => Repeat(Report(), 5 * Megabyte)));
        Say("one line of 1,000,000 characters without a stop", Time(1, () => Line(Megabyte)), Time(1, () => Line(Megabyte / 2)));
        Say("10,000 mentions in one sentence", Time(1, () => Mentions(10_000)), Time(1, () => Mentions(5_000)));
        Say("100,000 open brackets", Time(1, () => "HER2 " + new string('(', 100_000)), Time(1, () => "HER2 " + new string('(', 50_000)));
        Say("300,000 plus signs", Time(1, () => "HER2 " + new string('+', 300_000)), Time(1, () => "HER2 " + new string('+', 150_000)));
        return 0;
    }

    /// <summary>A run of damaged texts; prints the slowest and fails on the first that throws.</summary>
    public static int Fuzz(int count, int seed)
    {
        var mutations = new TextMutations([Report(), Line(600), Mentions(40)], seed);
        var slowest = TimeSpan.Zero;
        var all = Stopwatch.StartNew();
        for (var done = 0; done < count; done++)
        {
            var text = mutations.Next();
            var clock = Stopwatch.StartNew();
            TextResultJson.Line("x", text);
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} texts, seed {seed}: none threw; slowest {slowest.TotalMilliseconds:F1} ms; {all.Elapsed.TotalSeconds:F0} s in all"));
        return 0;
    }

    private static (double Seconds, long Bytes) Time(int times, Func<string> make, bool warm = false)
    {
        List<string> texts = [.. Enumerable.Range(0, times).Select(_ => make())];
        if (!warm)
        {
            GC.Collect();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        foreach (var text in texts)
        {
            TextResultJson.Line("x", text);
        }

        return (clock.Elapsed.TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static void Say(string what, (double Seconds, long Bytes) whole, (double Seconds, long Bytes) half) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what}: {whole.Seconds:F3} s, {whole.Bytes / Megabyte} MB allocated; half of it {half.Seconds:F3} s, ratio {whole.Seconds / half.Seconds:F2}"));

    private static string Report()
    {
        var text = new StringBuilder("SURGICAL PATHOLOGY REPORT\n\nClinical history: previous core biopsy elsewhere, HER2 1+.\n\nMicroscopic description:\n");
        while (text.Length < 1600)
        {
            text.Append("The sections show an invasive carcinoma of no special type with tubule formation, moderate nuclear pleomorphism and nine mitoses per ten fields. ");
        }

        return text.Append("\n\nImmunohistochemistry:\nER: positive (95 %), PR: negative, Ki-67: 30 %\nHER2 (4B5): equivocal (2+) [negative: 0, 1+; equivocal: 2+; positive: 3+]\n"
            + "FISH: not amplified, HER2/CEP17 ratio 1.3, average HER2 signals per cell 3.1\n").ToString();
    }

    private static string Repeat(string text, int length) => new StringBuilder().Insert(0, text + "\n\n", (length / (text.Length + 2)) + 1).ToString(0, length);

    private static string Line(int length) => Repeat("invasive carcinoma with HER2 of the left breast and tubules", length).ReplaceLineEndings(" ");

    private static string Mentions(int count) => new StringBuilder().Insert(0, "HER2 2+ or ", count).ToString();
}
