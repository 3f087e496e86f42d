using Spectre.Console;

namespace FhirHer2Bridge.Service.Cli;

/// <summary>The console: plain text in wide lines where a program or a file reads it.</summary>
internal static class Terminal
{
    private const int RedirectedWidth = 160;

    public static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}
