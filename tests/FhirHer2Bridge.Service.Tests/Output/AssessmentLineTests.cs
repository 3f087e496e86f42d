using System.Text.Json;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Service.Output;

namespace FhirHer2Bridge.Service.Tests.Output;

public sealed class AssessmentLineTests
{
    /// <summary>The contract itself: whoever has to change this text breaks every consumer.</summary>
    private static readonly string Contract =
        """
        {"patient":"Patient/p1","asOf":"2024-06-30",
        "status":{"value":"negative","category":"low","since":"2024-05-14","reasons":["other-site"]},
        "history":[{"when":"2024-01","value":"positive","category":null,"methods":["IHC 3+","ISH ratio ≥ 2.2"],"specimen":null,"site":null,
        "track":"tissue","standing":"final","evidence":["Observation/a2","Observation/a1"],"notes":["specimen-assumed"]},
        {"when":"2024-05-14","value":"negative","category":"low","methods":["IHC 1+"],"specimen":"Specimen/s2","site":"liver",
        "track":"tissue","standing":"final","evidence":["Observation/b"],"notes":[]},
        {"when":"2024-05-20","value":"indeterminate","category":null,"methods":["NGS not amplified"],"specimen":null,"site":null,
        "track":"plasma","standing":"preliminary","evidence":["Observation/c"],"notes":["plasma-only"]}],
        "courses":[{"drug":"trastuzumab","class":"trastuzumab","first":"2024-03","last":"2024-04-16","doses":3,"evidence":["MedicationAdministration/d1"]},
        {"drug":"trastuzumab deruxtecan","class":"trastuzumab-adc","first":"2024-06-01","last":"2024-06-01","doses":1,"evidence":["MedicationAdministration/d2"]}],
        "flags":[{"code":"discordant-specimens","rule":"H2B-05","severity":"low","state":"resolved","effective":"2024-02-02",
        "text":"Two specimens disagree.","evidence":["Observation/b","Observation/a1"]},
        {"code":"positive-to-negative","rule":"H2B-01","severity":"high","state":"active","effective":"2024-05-14",
        "text":"HER2 positive in 2024-01; negative on 2024-05-14.","evidence":["Observation/b","Observation/a1"]}],
        "undetermined":[{"rule":"H2B-03","reason":"adc-low-category-unknown"}],
        "gaps":[{"code":"text-not-read","reason":"A \"HER2\" mention nobody could read (≥ 3 µm).","source":"DiagnosticReport/r1 DiagnosticReport.conclusion"}]}
        """.ReplaceLineEndings(string.Empty);

    [Fact]
    public void Write_EveryKindOfEntry_IsTheContractToTheLetter() =>
        AssessmentLine.Write(HandMade.Assessment, "2024-06-30").ShouldBe(Contract);

    [Fact]
    public void Write_WithdrawnFlagsOfTheStore_FollowTheOthers()
    {
        var withdrawn = HandMade.Discordant with { State = FlagState.Withdrawn, Code = "negative-to-positive" };

        var line = AssessmentLine.Write(HandMade.Assessment, "2024-06-30", [withdrawn]);

        AssessmentLineReader.Read(line).Flags.Select(static flag => flag.Code + " " + flag.State)
            .ShouldBe(["discordant-specimens resolved", "positive-to-negative active", "negative-to-positive withdrawn"]);
    }

    [Fact]
    public void Write_NoStatus_SaysUnknownAndNeverNegative()
    {
        var nothing = HandMade.Assessment with
        {
            History = HandMade.Assessment.History with { Status = new PatientStatus(null, null, null, ["no-result"]) },
        };

        var line = AssessmentLine.Write(nothing, "2024-06-30");

        line.ShouldContain("""{"value":"unknown","category":null,"since":null,"reasons":["no-result"]}""");
    }

    [Fact]
    public void Write_HostileText_StaysOneLineOfValidJson()
    {
        const string hostile = "\"},\n\u2028\u0000\uD800</script>";
        var assessment = HandMade.With(HandMade.Negative() with { Site = hostile });

        var line = AssessmentLine.Write(assessment, "2024-06-30");

        line.ShouldNotContain('\n');
        line.ShouldNotContain('\u2028');
        AssessmentLineReader.Read(line).History[0].Site.ShouldBe(hostile.Replace('\uD800', '\uFFFD'));
    }

    [Theory]
    [InlineData(Her2Status.Positive, FactStanding.Withdrawn, "positive withdrawn")]
    [InlineData(Her2Status.Equivocal, FactStanding.Preliminary, "equivocal preliminary")]
    [InlineData(Her2Status.Indeterminate, FactStanding.Amended, "indeterminate final")]
    public void Write_StatusAndStanding_UseTheWordsOfTheContract(Her2Status status, FactStanding standing, string expected)
    {
        var assessment = HandMade.With(HandMade.Negative() with { Status = status, Standing = standing });

        var result = AssessmentLineReader.Read(AssessmentLine.Write(assessment, "2024-06-30")).History[0];

        (result.Value + " " + result.Standing).ShouldBe(expected);
    }

    [Fact]
    public void WithoutPatient_Gaps_AreTheOnlyContentAndStatusIsUnknown()
    {
        var gap = new Gap("H2B-READ-005", "No patient.", HandMade.Ref("Observation", "x"));

        var line = AssessmentLine.WithoutPatient([gap], "2024-06-30");

        line.ShouldBe(
            """
            {"patient":null,"asOf":"2024-06-30","status":{"value":"unknown","category":null,"since":null,"reasons":[]},
            "history":[],"courses":[],"flags":[],"undetermined":[],
            "gaps":[{"code":"H2B-READ-005","reason":"No patient.","source":"Observation/x"}]}
            """.ReplaceLineEndings(string.Empty));
        AssessmentLineReader.Read(line).Patient.ShouldBeNull();
    }

    [Fact]
    public void Read_WhatWasWritten_KeepsEveryMember()
    {
        var record = AssessmentLineReader.Read(Contract);

        record.ShouldSatisfyAllConditions(
            () => record.Status.Reasons.ShouldBe(["other-site"]),
            () => record.History[1].Specimen.ShouldBe("Specimen/s2"),
            () => record.History[0].Evidence.ShouldBe(["Observation/a2", "Observation/a1"]),
            () => record.Courses[0].Doses.ShouldBe(3),
            () => record.Courses[1].Class.ShouldBe("trastuzumab-adc"),
            () => record.Flags[1].Rule.ShouldBe("H2B-01"),
            () => record.Undetermined[0].ShouldBe(new UndeterminedLine("H2B-03", "adc-low-category-unknown")),
            () => record.Gaps[0].Source.ShouldBe("DiagnosticReport/r1 DiagnosticReport.conclusion"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    [InlineData("""{"patient":"Patient/p1","asOf":"2024-06-30"}""")]
    public void Read_NotALineOfTheContract_IsRefused(string line) =>
        Should.Throw<JsonException>(() => AssessmentLineReader.Read(line));
}
