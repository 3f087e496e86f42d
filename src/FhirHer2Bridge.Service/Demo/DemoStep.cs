namespace FhirHer2Bridge.Service.Demo;

/// <summary>A moment of the demonstration: what has arrived by then, and what to look at.</summary>
internal sealed record DemoStep(DateOnly AsOf, string Says)
{
    public static IReadOnlyList<DemoStep> All { get; } =
    [
        new(new DateOnly(2021, 5, 14), "First load: nodes, biopsies and doses are on the server; three patients have been operated, no report yet."),
        new(new DateOnly(2021, 5, 14), "The same cycle again: nothing has changed, so nothing is written."),
        new(new DateOnly(2021, 5, 21), "The pathology report of the operated stomach arrives: HER2 negative."),
        new(new DateOnly(2021, 6, 23), "Trastuzumab is given again."),
        new(new DateOnly(2021, 7, 2), "Another dose; the third patient's stomach was never tested, 179 days after the last result."),
        new(new DateOnly(2021, 7, 8), "No new data at all: only time has passed, and 180 days are over."),
        new(new DateOnly(2022, 9, 20), "A year on: courses have ended, one patient has died; another's new result reads negative."),
        new(new DateOnly(2022, 9, 22), "That result is retracted by the laboratory: the flag that rested on it is withdrawn."),
        new(new DateOnly(2023, 3, 21), "Another patient: ERBB2 copies in plasma fall under trastuzumab. That is response, and no flag for it."),
        new(new DateOnly(2023, 6, 30), "The disease progresses with copies below baseline, and with two new resistance alterations."),
        new(new DateOnly(2023, 7, 6), "The tissue was tested again: the flag about the plasma is closed."),
        new(new DateOnly(2023, 9, 20), "Next line, own baseline: progression with copies above it."),
    ];
}
