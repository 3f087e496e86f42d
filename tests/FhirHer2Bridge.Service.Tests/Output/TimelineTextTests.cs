using FhirHer2Bridge.Service.Output;
using Spectre.Console;

namespace FhirHer2Bridge.Service.Tests.Output;

public sealed class TimelineTextTests
{
    [Fact]
    public void Write_EveryKindOfEntry_ShowsEachTable()
    {
        var text = Written(Record());

        foreach (var expected in (string[])
        [
            "HER2 negative (low) since 2024-05-14, as of 2024-06-30", "HER2 results", "IHC 3+", "ISH ratio ≥ 2.2", "liver", "indeterminate, preliminary",
            "plasma", "HER2-directed treatment", "trastuzumab deruxtecan", "trastuzumab-adc", "Flags", "positive-to-negative", "active since 2024-05-21",
            "resolved, 2024-02-05 to 2024-03-01", "Not answered", "adc-low-category-unknown", "Seen and not usable", "text-not-read",
        ])
        {
            text.ShouldContain(expected);
        }
    }

    [Fact]
    public void Write_WithoutColoursOrRedirected_HasNoEscapeSequences() => Written(Record()).ShouldNotContain('\u001b');

    [Fact]
    public void Write_HostileText_NeitherMarkupNorTerminalCommand()
    {
        var record = Record();
        var hostile = record with { History = [record.History[1] with { Site = "[red]liver[/]\u001b[2J" }] };

        var text = Written(hostile);

        text.ShouldContain("[red]liver[/]");
        text.ShouldNotContain('\u001b');
    }

    [Fact]
    public void Write_WithdrawnResult_IsNamedSoBesideItsStatus()
    {
        var record = Record();
        var withdrawn = record with { History = [record.History[1] with { Standing = "withdrawn" }] };

        Written(withdrawn).ShouldContain("negative (low), withdrawn");
    }

    [Fact]
    public void Write_NothingKnown_SaysSoInsteadOfAnEmptyTable()
    {
        var text = Written(AssessmentLineReader.Read(AssessmentLine.WithoutPatient([])));

        text.ShouldContain("HER2 unknown");
        text.ShouldContain("no HER2 result on record");
        text.ShouldContain("not assessed: no patient");
    }

    private static AssessmentRecord Record() => AssessmentLineReader.Read(AssessmentLine.Write(HandMade.Assessment, "2024-06-30"));

    private static string Written(AssessmentRecord record)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 160;

        TimelineText.Write(console, record, "A neutral title", [HandMade.Lost, HandMade.Discordant]);

        return writer.ToString();
    }
}
