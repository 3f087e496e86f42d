using System.Globalization;
using System.Text;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>Every step of every golden story, bytes in, the line of <c>evaluate</c> out (tests/cases/README.md).</summary>
public sealed class StoryTests
{
    public static TheoryData<string, int> Steps => Where(static step => step.Awaits is null);

    public static TheoryData<string, int> Awaiting => Where(static step => step.Awaits is not null);

    [Theory]
    [MemberData(nameof(Steps))]
    public void Evaluate_StepOfAStory_SaysWhatAPathologistExpects(string name, int index)
    {
        var story = StoryCase.Load(name);
        var step = story.Steps[index];

        var said = Assess(story, step);

        Text(said, step).ShouldBe(Text(step), step.Why);
        step.Forbidden(Flags(said)).ShouldBeEmpty(step.Why);
        Unsaid(said, step).ShouldBeEmpty(step.Why);
        if (step.Status.Reason is { } reason)
        {
            said.Status.Reasons.ShouldContain(reason, step.Why);
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Evaluate_ReferencedAndContainedProducts_SayTheSame(string name, int index)
    {
        var story = StoryCase.Load(name);
        var step = story.Steps[index];

        var said = new[] { StorySpelling.Referenced, StorySpelling.Contained }.Select(spelling => Text(Assess(story.Spelled(spelling), step), step));

        said.ShouldAllBe(text => text == Text(step));
    }

    /// <summary>A step may wait for something that is not read yet; when it is, the story says so.</summary>
    [Fact]
    public void Evaluate_StepsThatAwaitSomething_DoNotSayItYet()
    {
        foreach (var row in Awaiting)
        {
            var story = StoryCase.Load((string)row[0]);
            var step = story.Steps[(int)row[1]];

            var said = Assess(story, step);

            var isSaid = Text(said, step) == Text(step) && step.Forbidden(Flags(said)).Count == 0 && Unsaid(said, step).Count == 0;
            isSaid.ShouldBeFalse($"{row[0]}: it is there: take 'awaits' out of the step ({step.Awaits})");
        }
    }

    private static TheoryData<string, int> Where(Func<StoryStep, bool> wanted)
    {
        var steps = new TheoryData<string, int>();
        foreach (var name in StoryCase.Names)
        {
            foreach (var (index, step) in StoryCase.Load(name).Steps.Index().Where(step => !step.Item.ServerOnly && wanted(step.Item)))
            {
                steps.Add(name, index);
            }
        }

        return steps;
    }

    private static AssessmentRecord Assess(StoryCase story, StoryStep step)
    {
        var terms = story.Overlay is { } overlay ? Terms.Embedded.WithOverlay(overlay) : Terms.Embedded;
        var dataset = DatasetReader.Read(
            story.UpTo(step).Select(bundle => (bundle.Name, (ReadOnlyMemory<byte>)bundle.ToUtf8())), new ExtractOptions(terms, TimeZoneInfo.Utc));
        var asOf = AsOf.Parse(step.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimeZoneInfo.Utc);
        return DatasetAssessment.Lines(dataset, AssessmentPolicy.From(new BridgeSettings()), asOf!)
            .Select(AssessmentLineReader.Read)
            .Single(line => line.Patient == story.Patient);
    }

    private static IEnumerable<StoryFlag> Flags(AssessmentRecord said) =>
        said.Flags.Select(flag => new StoryFlag(flag.Code, flag.Severity, flag.State));

    private static IReadOnlyList<StoryUndetermined> Unsaid(AssessmentRecord said, StoryStep step) =>
        step.Unsaid([.. said.Undetermined.Select(rule => new StoryUndetermined(rule.Rule, rule.Reason))]);

    private static string Text(AssessmentRecord said, StoryStep step) =>
        Text(said.Status.Value, said.Status.Category, step.Said(Flags(said)));

    private static string Text(StoryStep step) => Text(step.Status.Value, step.Status.Category, step.Expected());

    private static string Text(string status, string? category, IEnumerable<StoryFlag> flags) =>
        new StringBuilder(status).Append(' ').Append(category ?? "-").Append('\n')
            .AppendJoin('\n', flags.Select(flag => $"{flag.Code} {flag.Severity} {flag.State}").Order(StringComparer.Ordinal)).ToString();
}
