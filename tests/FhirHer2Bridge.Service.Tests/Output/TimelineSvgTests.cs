using System.Xml.Linq;
using FhirHer2Bridge.Core;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Service.Output;

namespace FhirHer2Bridge.Service.Tests.Output;

public sealed class TimelineSvgTests
{
    private static readonly string[] Drawable = ["svg", "g", "title", "text", "line", "rect", "circle", "polygon"];

    [Fact]
    public void Draw_EveryKindOfEntry_ShowsEachResultCourseFlagAndGap()
    {
        var words = Words(Draw(HandMade.Assessment, [HandMade.Lost, HandMade.Discordant]));

        words.ShouldBeSubsetOfInOrder(
            "A neutral title", "HER2 negative (low) since 2024-05-14, as of 2024-06-30 (other-site)",
            "HER2 in tissue", "IHC 3+, ISH ratio ≥ 2.2 · positive", "2024-01", "IHC 1+ · negative (low)", "2024-05-14 · liver",
            "HER2 in plasma", "NGS not amplified · indeterminate, preliminary",
            "3 doses, 2024-03 to 2024-04-16", "trastuzumab-adc", "1 dose, 2024-06-01",
            "1 LOW · discordant-specimens · resolved, 2024-02-05 to 2024-03-01", "2 HIGH · positive-to-negative · active since 2024-05-21",
            "H2B-03: adc-low-category-unknown", "text-not-read: A \"HER2\" mention nobody could read (≥ 3 µm).");
    }

    [Fact]
    public void Draw_AnyAssessment_IsSelfContainedAndTheSameTwice()
    {
        var first = Draw(HandMade.Assessment, [HandMade.Lost]);

        Draw(HandMade.Assessment, [HandMade.Lost]).ShouldBe(first);
        var picture = XDocument.Parse(first);
        picture.Descendants().Select(static element => element.Name.LocalName).Distinct().ShouldBeSubsetOf(Drawable);
        picture.Descendants().Attributes().ShouldAllBe(static a => a.IsNamespaceDeclaration
            || (!a.Value.Contains("url(", StringComparison.Ordinal) && !a.Value.Contains("http", StringComparison.Ordinal)));
        picture.Root!.Attribute("width")!.Value.ShouldBe("1000");
    }

    [Fact]
    public void Draw_HostileText_IsTextAndNothingElse()
    {
        const string hostile = "</text><script>alert(1)</script>&\"'\u0000\u202E\uD800";
        var assessment = HandMade.With(HandMade.Negative() with { Site = hostile, Methods = [hostile] });

        var svg = TimelineSvg.Draw(Record(assessment), hostile);

        var picture = XDocument.Parse(svg);
        picture.Descendants().ShouldNotContain(static element => element.Name.LocalName == "script");
        svg.ShouldNotContain('\u202E');
        picture.Root!.Value.ShouldContain("</text><script>alert(1)</script>&\"'");
    }

    [Fact]
    public void Draw_PartialDate_IsASpanAndADayIsNot()
    {
        var month = HandMade.Negative() with { When = HandMade.Month(2024, 4) };

        var spans = Spans(Results(HandMade.With(month))).ToList();

        spans.Count.ShouldBe(1);
        double.Parse(spans[0].Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(30);
        Spans(Results(HandMade.With(HandMade.Negative()))).ShouldBeEmpty();
    }

    [Fact]
    public void Draw_ManyResultsOfOneDay_StaggersEveryLabel()
    {
        var crowd = HandMade.Assessment with
        {
            History = HandMade.Assessment.History with
            {
                Assessments = Core.Primitives.EquatableArray.ToEquatableArray(
                    Enumerable.Range(0, 12).Select(static index => HandMade.Negative() with { Site = FormattableString.Invariant($"site {index}") })),
            },
        };

        var labels = XDocument.Parse(Draw(crowd)).Descendants()
            .Where(static e => e.Name.LocalName == "text" && e.Value.Contains("site", StringComparison.Ordinal) && e.Value.Contains('·', StringComparison.Ordinal))
            .Select(static e => e.Attribute("y")!.Value).ToList();

        labels.Count.ShouldBe(12);
        labels.Distinct().Count().ShouldBe(12);
    }

    [Fact]
    public void Draw_UnplaceableDate_IsListedUnderThePictureAndNotLost()
    {
        var record = Record(HandMade.Assessment);
        var odd = record with { History = [record.History[0] with { When = "long ago" }], Courses = [record.Courses[0] with { First = "?" }] };

        var words = Words(TimelineSvg.Draw(odd, "t"));

        words.ShouldBeSubsetOfInOrder("Not drawn: the date cannot be placed", "long ago: IHC 3+, ISH ratio ≥ 2.2 positive", "? to 2024-04-16: trastuzumab");
    }

    [Fact]
    public void Draw_NothingKnown_SaysSoAndShowsTheGaps()
    {
        var line = AssessmentLine.WithoutPatient([new Gap("H2B-READ-005", "No patient.", HandMade.Ref("Observation", "x"))]);

        var words = Words(TimelineSvg.Draw(AssessmentLineReader.Read(line), "No patient"));

        words.ShouldBeSubsetOfInOrder("HER2 unknown", "Seen and not usable", "H2B-READ-005: No patient. [Observation/x]");
    }

    [Fact]
    public void Draw_NoFlagButAGap_IsNoAllClear()
    {
        var quiet = HandMade.Assessment with { Flags = [], Undetermined = [] };

        Words(Draw(quiet)).ShouldContain("no flag, but not everything could be read (see below)");
    }

    [Theory]
    [InlineData("positive", "circle")]
    [InlineData("negative", "rect")]
    [InlineData("equivocal", "polygon")]
    public void Draw_Status_HasAShapeOfItsOwnAndNotOnlyAColour(string status, string shape)
    {
        var result = HandMade.Negative() with { Status = Enum.Parse<Her2Status>(status, ignoreCase: true) };

        var group = Results(HandMade.With(result));

        group.Elements().Single(static e => e.Name.LocalName is "circle" or "rect" or "polygon").Name.LocalName.ShouldBe(shape);
    }

    private static AssessmentRecord Record(PatientAssessment assessment) =>
        AssessmentLineReader.Read(AssessmentLine.Write(assessment, "2024-06-30"));

    private static string Draw(PatientAssessment assessment, IReadOnlyCollection<Flag>? episodes = null) =>
        TimelineSvg.Draw(Record(assessment), "A neutral title", episodes);

    /// <summary>The group of the only result: the one whose tooltip names its evidence.</summary>
    private static XElement Results(PatientAssessment assessment) => XDocument.Parse(Draw(assessment)).Descendants().Single(static group =>
        group.Name.LocalName == "g" && group.Elements().FirstOrDefault() is { Name.LocalName: "title" } title
        && title.Value.Contains("Specimen/s2", StringComparison.Ordinal));

    private static IEnumerable<XElement> Spans(XElement group) =>
        group.Elements().Where(static e => e.Name.LocalName == "rect" && e.Attribute("stroke-dasharray") is not null);

    private static string[] Words(string svg) =>
        [.. XDocument.Parse(svg).Descendants().Where(static e => e.Name.LocalName == "text").Select(static e => e.Value.Replace("  ", " ", StringComparison.Ordinal))];
}
