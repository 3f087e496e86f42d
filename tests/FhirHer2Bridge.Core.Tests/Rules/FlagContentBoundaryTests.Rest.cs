using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class FlagContentBoundaryTests
{
    [Fact]
    [Trait("Row", "7/F03")]
    public void AfterNegative_CourseAndALaterDose_OnlyTheCourseWentOnAndOnlyItIsNamedByTheResultAlone() =>
        Gastric()
            .Course(Trastuzumab, 0, 30)
            .Ihc("n", 5, 0, issued: 20, specimen: "Specimen/n")
            .Doses(Trastuzumab, 90)
            .Flags("her2-drug-after-negative", 95)
            .Select(static flag => $"{flag.Anchor} [{string.Join(", ", flag.AnchorMembers)}] {flag.Text}").ShouldBe(
            [
                "Observation/n [Observation/n] Ended on 2021-03-18: no dose for longer than a course gap. Until then: HER2 negative on 2021-01-09 (IHC 0); "
                    + "a course of trastuzumab begun on 2021-01-04 went on after that result.",
                "Observation/n+MedicationAdministration/d90 [] HER2 negative on 2021-01-09 (IHC 0); trastuzumab was given after that result, first on 2021-04-04.",
            ]);

    [Fact]
    [Trait("Row", "7/F05")]
    public void Discordant_EquivocalAndNegativePartner_SaysTheSevereOne() =>
        Gastric()
            .Ihc("a", 0, 2, specimen: "Specimen/a")
            .Ihc("b", 2, 0, specimen: "Specimen/b")
            .Ihc("c", 4, 3, specimen: "Specimen/c")
            .Written("discordant-specimens", 10).ShouldBe("""
        Moderate Active, day 4
        about Observation/c [Observation/c], Gastric, Condition/gastric, 2021-01-08
        Two specimens of one time disagree on HER2: negative on 2021-01-06 (IHC 0), positive on 2021-01-08 (IHC 3+). No HER2-directed dose lies between them.
        rests on Observation/c, Observation/b, Observation/a
        says prior-status negative, prior-status-date 2021-01-06, current-status positive, current-status-date 2021-01-08
        """);

    [Fact]
    [Trait("Row", "7/F13")]
    public void Resistance_SeveralSamplesBefore_RestsOnTheLastThatWasExamined() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Panel(50, "KRAS").Panel(0, "KRAS")
            .Doses(Trastuzumab, 10)
            .Altered("KRAS", 100, "G12D")
            .Written("resistance-alteration", 110).ShouldBe("""
        Low Active, day 100
        about Observation/v-KRAS-G12DMutation-100 [Observation/v-KRAS-G12DMutation-100], Gastric, Condition/gastric, 2021-04-14
        First seen after HER2-directed treatment began, in the sample of 2021-04-14: KRAS G12D mutation; reported in connection with resistance to HER2-directed drugs. Looked for and not found in the sample of 2021-02-23.
        rests on Observation/v-KRAS-G12DMutation-100, Observation/panel-50
        """);

    [Fact]
    [Trait("Row", "7/F13")]
    public void Resistance_PanelOfAMonthAndOfItsFirstDay_RestsOnTheMonth() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Add(PanelOf("month") with { When = Month(2021, 2) }).Add(PanelOf("day") with { When = Day(28) })
            .Doses(Trastuzumab, 10)
            .Altered("KRAS", 100, "G12D")
            .Written("resistance-alteration", 110).ShouldBe("""
        Low Active, day 100
        about Observation/v-KRAS-G12DMutation-100 [Observation/v-KRAS-G12DMutation-100], Gastric, Condition/gastric, 2021-04-14
        First seen after HER2-directed treatment began, in the sample of 2021-04-14: KRAS G12D mutation; reported in connection with resistance to HER2-directed drugs. Looked for and not found in the sample of 2021-02 [day not known].
        rests on Observation/v-KRAS-G12DMutation-100, Observation/month
        """);

    [Fact]
    [Trait("Row", "7/F13")]
    public void Resistance_AbsentBeforeByNameAndByPanel_RestsOnTheFindingItself() =>
        Gastric()
            .Ihc("t", 0, 3, specimen: "Specimen/t")
            .Panel(0, "KRAS").Altered("KRAS", 0, "G12D", present: false)
            .Doses(Trastuzumab, 10)
            .Altered("KRAS", 100, "G12D")
            .Written("resistance-alteration", 110).ShouldBe("""
        Low Active, day 100
        about Observation/v-KRAS-G12DMutation-100 [Observation/v-KRAS-G12DMutation-100], Gastric, Condition/gastric, 2021-04-14
        First seen after HER2-directed treatment began, in the sample of 2021-04-14: KRAS G12D mutation; reported in connection with resistance to HER2-directed drugs. Looked for and not found in the sample of 2021-01-04.
        rests on Observation/v-KRAS-G12DMutation-100, Observation/v-KRAS-G12DMutation-0
        """);

    [Theory]
    [Trait("Row", "7/F13")]
    [InlineData("a", "a", 1)]
    [InlineData("a", "b", 2)]
    public void Resistance_TwoFindingsOfOneDay_AreOneWhereTheyAreOfOneSpecimen(string first, string second, int flags)
    {
        var patient = Gastric().Ihc("t", 0, 3, specimen: "Specimen/t").Doses(Trastuzumab, 10).Altered("KRAS", 100, "G12D").Altered("MET", 100, kind: AlterationKind.Amplification);
        patient.Facts[^2] = ((AlterationFact)patient.Facts[^2]) with { Specimen = new ResourceKey("Specimen/" + first) };
        patient.Facts[^1] = ((AlterationFact)patient.Facts[^1]) with { Specimen = new ResourceKey("Specimen/" + second) };

        patient.Flags("resistance-alteration", 110).Count.ShouldBe(flags);
    }

    private static PanelFact PanelOf(string id) => new()
    {
        Source = new SourceRef("Observation", id, "1", "Observation"),
        Genes = ["KRAS"],
    };
}
