using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Output;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Settings;
using FhirHer2Bridge.Tests.Kit;
using FsCheck.Xunit;

namespace FhirHer2Bridge.Service.Tests.Cases;

/// <summary>What is said of a patient rests on that patient's record, whoever else's lies beside it.</summary>
[Trait("Category", "Property")]
public sealed class StrangerProperties
{
    [Property(MaxTest = 60)]
    public void Evaluate_AnotherPatientsFactsAdded_ChangeNothing(int one, int other, int seed)
    {
        var (story, stranger) = (Story(one), Story(other));
        if (story.Patient == stranger.Patient)
        {
            return;
        }

        var random = new Random(seed);
        var mixed = story.Bundles.ToList();
        foreach (var bundle in stranger.Bundles.Where(_ => random.Next(2) == 0))
        {
            // The story's own bundles keep their order: a later one may correct an earlier one.
            mixed.Insert(random.Next(mixed.Count + 1), bundle);
        }

        var asOf = AsOf.Parse($"{story.Steps[^1].AsOf:yyyy-MM-dd}", TimeZoneInfo.Utc)!;

        Line(story, mixed, asOf).ShouldBe(Line(story, story.Bundles, asOf));
    }

    private static StoryCase Story(int any) => StoryCase.Load(StoryCase.Names[(int)(Math.Abs((long)any * 7919) % StoryCase.Names.Count)]);

    private static string Line(StoryCase story, IEnumerable<StoryBundle> bundles, AsOf asOf)
    {
        var dataset = DatasetReader.Read(
            bundles.Select(static bundle => (bundle.Name, (ReadOnlyMemory<byte>)bundle.ToUtf8())), new ExtractOptions(Terms.Embedded, TimeZoneInfo.Utc));
        return DatasetAssessment.Lines(dataset, AssessmentPolicy.From(new BridgeSettings()), asOf)
            .Single(line => AssessmentLineReader.Read(line).Patient == story.Patient);
    }
}
