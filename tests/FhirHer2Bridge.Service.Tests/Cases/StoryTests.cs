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
    private static readonly string[] Spoken = ["H2B-01", "H2B-02", "H2B-03", "H2B-05", "H2B-10", "H2B-11", "H2B-13", "H2B-14", "H2B-21"];

    public static TheoryData<string, int> Steps
    {
        get
        {
            var steps = new TheoryData<string, int>();
            foreach (var name in StoryCase.Names)
            {
                for (var step = 0; step < StoryCase.Load(name).Steps.Count; step++)
                {
                    steps.Add(name, step);
                }
            }

            return steps;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Evaluate_StepOfAStory_SaysWhatAPathologistExpects(string name, int index)
    {
        var story = StoryCase.Load(name);
        var step = story.Steps[index];

        var said = Assess(story, step);

        Text(said).ShouldBe(Text(step), step.Why);
        (step.Undetermined ?? []).Select(rule => $"{rule.Rule} {rule.Reason}")
            .ShouldBeSubsetOf(said.Undetermined.Select(rule => $"{rule.Rule} {rule.Reason}"), step.Why);
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

        var said = new[] { StorySpelling.Referenced, StorySpelling.Contained }.Select(spelling => Text(Assess(story.Spelled(spelling), step)));

        said.ShouldAllBe(text => text == Text(step));
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

    private static string Text(AssessmentRecord said) => Text(
        said.Status.Value,
        said.Status.Category,
        said.Flags.Where(flag => Spoken.Contains(flag.Rule, StringComparer.Ordinal)).Select(flag => $"{flag.Code} {flag.Severity} {flag.State}"));

    private static string Text(StoryStep step) =>
        Text(step.Status.Value, step.Status.Category, step.Flags.Select(flag => $"{flag.Code} {flag.Severity} {flag.State}"));

    private static string Text(string status, string? category, IEnumerable<string> flags) =>
        new StringBuilder(status).Append(' ').Append(category ?? "-").Append('\n')
            .AppendJoin('\n', flags.Order(StringComparer.Ordinal)).ToString();
}
