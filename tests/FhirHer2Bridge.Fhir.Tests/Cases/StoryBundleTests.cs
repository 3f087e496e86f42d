using System.Globalization;
using System.Text.RegularExpressions;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Cases;

public sealed partial class StoryBundleTests
{
    private static readonly string[] AboutPatient = ["subject", "patient", "birthDate"];

    public static TheoryData<string, string> Tellings { get; } = AllTellings();

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Entry_OfEveryBundle_IsAPutUnderItsOwnLegalId(string name, string telling)
    {
        var story = Tell(name, telling);

        foreach (var entry in story.Bundles.SelectMany(bundle => bundle.Json["entry"]!.AsArray()))
        {
            var key = StoryReader.Key(entry!["resource"]!.AsObject());
            key.ShouldMatch("^[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}$");
            ((string?)entry["request"]!["method"]).ShouldBe("PUT");
            ((string?)entry["request"]!["url"]).ShouldBe(key);
            ((string?)entry["fullUrl"]).ShouldEndWith("/fhir/" + key);
        }
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Bundle_InOneTransaction_NamesEachResourceOnce(string name, string telling)
    {
        var story = Tell(name, telling);

        foreach (var bundle in story.Bundles)
        {
            ((string?)bundle.Json["type"]).ShouldBe("transaction");
            bundle.Resources.Select(StoryReader.Key).ShouldBeUnique(StringComparer.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Reference_ThatIsLiteral_ResolvesInWhatHasArrived(string name, string telling)
    {
        var story = Tell(name, telling);
        var arrived = new HashSet<string>(StringComparer.Ordinal);

        foreach (var bundle in story.Bundles)
        {
            arrived.UnionWith(bundle.Resources.Select(StoryReader.Key));
            foreach (var resource in bundle.Resources)
            {
                var contained = resource["contained"]?.AsArray().Select(inner => "#" + (string?)inner!["id"]) ?? [];
                StoryReader.LiteralReferences(resource)
                    .ShouldBeSubsetOf([.. arrived, .. contained], StringComparer.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Resource_AboutAPatient_IsAboutTheStorysPatient(string name, string telling)
    {
        var story = Tell(name, telling);

        var patients = story.Bundles.SelectMany(bundle => bundle.Resources)
            .Where(resource => AboutPatient.Any(resource.ContainsKey))
            .Select(resource => StoryReader.PatientOf(resource, story));

        patients.Distinct(StringComparer.Ordinal).ShouldBe([story.Patient]);
    }

    [Theory]
    [MemberData(nameof(Tellings))]
    public void Date_OfAnyResource_IsRealAndNotAfterTheLastStep(string name, string telling)
    {
        var story = Tell(name, telling);
        var end = new DateTimeOffset(story.Steps[^1].AsOf.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

        var dates = story.Bundles.SelectMany(bundle => bundle.Resources)
            .SelectMany(resource => StoryReader.Strings(resource))
            .Where(item => item.Name is not ("div" or "code") && Dated().IsMatch(item.Value));

        foreach (var (element, text) in dates)
        {
            var padded = text.Length is 4 ? text + "-01-01" : text;
            DateTimeOffset.TryParse(padded, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                .ShouldBeTrue(element + " " + text);
            date.ShouldBeInRange(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero), end, element);
        }
    }

    private static StoryCase Tell(string name, string telling) => telling switch
    {
        "moved" => StoryCase.Load(name).Prefixed("b-"),
        _ => StoryCase.Load(name).Spelled(Enum.Parse<StorySpelling>(telling)),
    };

    private static TheoryData<string, string> AllTellings()
    {
        var data = new TheoryData<string, string>();
        foreach (var name in StoryCase.Names)
        {
            data.Add(name, "moved");
            foreach (var spelling in Enum.GetNames<StorySpelling>())
            {
                data.Add(name, spelling);
            }
        }

        return data;
    }

    [GeneratedRegex("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.*)?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dated();
}
