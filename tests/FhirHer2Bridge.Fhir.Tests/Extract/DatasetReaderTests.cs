using System.Text;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class DatasetReaderTests
{
    [Fact]
    public void Read_BrokenLineOfNdjson_CostsItselfOnly()
    {
        var dataset = Read("{\"resourceType\":\"Patient\",\"id\":\"a\"}\n{broken\n\n{\"resourceType\":\"Patient\",\"id\":\"b\"}\n");

        dataset.Resources.Select(one => one.Id).ShouldBe(["a", "b"]);
        dataset.Unreadable.ShouldHaveSingleItem().Source.Path.ShouldBe("line 2");
    }

    [Theory]
    [InlineData("{\"FullStudiesResponse\":{}}", "H2B-READ-002")]
    [InlineData("{\"resourceType\":\"Banana\"}", "H2B-READ-002")]
    [InlineData("{\"resourceType\":\"observation\",\"id\":\"a\"}", "H2B-READ-002")]
    [InlineData("not json", "H2B-READ-001")]
    [InlineData("", "H2B-READ-001")]
    public void Read_NoFhir_IsUnreadable(string content, string code)
    {
        var dataset = Read(content);

        dataset.Resources.ShouldBeEmpty();
        dataset.Unreadable.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("""{"resource":{"resourceType":"Obzervation","id":"a"}}""")]
    [InlineData("""{"resource":{}}""")]
    [InlineData("""{"resource":null}""")]
    [InlineData("""{"resource":7}""")]
    [InlineData("""{"fullUrl":"urn:uuid:1"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Read_EntryThatIsNoResource_CostsItselfAndIsSaid(string entry)
    {
        var dataset = Read($$$"""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"c"}},{{{entry}}}]}""");

        dataset.Resources.ShouldHaveSingleItem().Id.ShouldBe("c");
        var issue = dataset.Unreadable.ShouldHaveSingleItem();
        (issue.Code, issue.Severity, issue.Source.Path).ShouldBe(("H2B-READ-002", IssueSeverity.Error, "entry[1]"));
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle"}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"request":{"method":"DELETE","url":"Patient/a"}},{"response":{"status":"204"}}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome"},"search":{"mode":"outcome"}}]}""")]
    [InlineData("""{"resourceType":"Appointment","id":"a"}""")]
    [InlineData("""{"resourceType":"MolecularSequence","id":"a"}""")]
    public void Read_WhatFhirAllowsAndWeDoNotRead_IsSilent(string content)
    {
        var dataset = Read(content);

        dataset.Unreadable.ShouldBeEmpty();
        dataset.Resources.SelectMany(static one => one.Issues).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"resourceType":"Banana","id":"a"}""")]
    [InlineData("""{"resourceType":7}""")]
    [InlineData("{}")]
    public void Extract_NoTypeOfR4_IsAnIssue(string resource) => Reads.Json(resource).Codes().ShouldBe(["H2B-READ-002"]);

    [Theory]
    [InlineData("Observation", true, false)]
    [InlineData("DiagnosticReport", true, false)]
    [InlineData("Sputnik", true, false)]
    [InlineData("MedicationAdministration", false, true)]
    [InlineData("Specimen", false, false)]
    public void Read_EntryThatRepeatsAKey_IsAGapOfItsPatient(string type, bool hidesTest, bool hidesDose)
    {
        var dataset = Read($$$"""
            {"resourceType":"Bundle","entry":[
             {"resource":{"resourceType":"{{{type}}}","id":"a","status":"draft","subject":{"reference":"Patient/x","reference":"Patient/p"},"status":"final"}},
             {"resource":{"resourceType":"Patient","id":"c"}}]}
            """);

        var broken = dataset.Resources.Single(static one => one.IsBroken);
        (broken.ResourceType, broken.Id, broken.Subject.PatientId).ShouldBe((type, "a", "p"));
        var gap = broken.Facts.ShouldHaveSingleItem().ShouldBeOfType<GapFact>();
        (gap.Code, gap.MayHideTest, gap.MayHideDose).ShouldBe((GapCodes.NotJson.Code, hidesTest, hidesDose));
        dataset.Resources.Count.ShouldBe(2);
        dataset.Broken.ShouldHaveSingleItem().Source.Path.ShouldBe("entry[0]");
        dataset.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","id":"a","id":7,"subject":{"reference":"Patient/p"}}""")]
    [InlineData("""{"resourceType":"Observation","id":"a","status":"final","status":"final"}""")]
    [InlineData("""{"resourceType":"Observation","id":"a","status":"final","status":"final","subject":{"reference":"http://other.example.org/fhir/Patient/p"}}""")]
    public void Read_BrokenEntryWithoutIdOrPatient_IsUnreadable(string resource)
    {
        var dataset = Read($$$"""{"resourceType":"Bundle","entry":[{"resource":{{{resource}}}},{"resource":{"resourceType":"Patient","id":"c"}}]}""");

        dataset.Resources.ShouldHaveSingleItem().Id.ShouldBe("c");
        dataset.Unreadable.ShouldHaveSingleItem().Source.Path.ShouldBe("entry[0]");
    }

    [Fact]
    public void Read_TwoResourcesInOneEntry_LeavesAGapUnderTheLast()
    {
        var dataset = Read("""
            {"resourceType":"Bundle","entry":[{
              "resource":{"resourceType":"Observation","id":"a","subject":{"reference":"Patient/p"}},
              "resource":{"resourceType":"Observation","id":"b","subject":{"reference":"Patient/p"}}}]}
            """);

        var broken = dataset.Resources.ShouldHaveSingleItem();
        (broken.Id, broken.IsBroken).ShouldBe(("b", true));
    }

    [Fact]
    public void Read_BrokenVersionAndALaterSoundOne_KeepsTheSoundOne()
    {
        var dataset = Read("""
            {"resourceType":"Bundle","entry":[
             {"resource":{"resourceType":"Observation","id":"a","meta":{"lastUpdated":"2024-02-01T00:00:00Z"},"subject":{"reference":"Patient/p"},"status":"final","code":{"text":"x"}}},
             {"resource":{"resourceType":"Observation","id":"a","meta":{"lastUpdated":"2024-01-01T00:00:00Z"},"subject":{"reference":"Patient/p"},"status":"final","status":"final"}}]}
            """);

        dataset.Resources.ShouldHaveSingleItem().IsBroken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\",\"coding\":[],\"coding\":\"")]
    public void Extract_TextThatCannotBeRead_IsAGapOfItsPatient(string text)
    {
        var extraction = Reads.Json($$$"""{"resourceType":"Observation","id":"a","subject":{"reference":"Patient/p"},"code":{"text":"HER2 {{{text}}}"}}""");

        (extraction.IsBroken, extraction.InScope, extraction.Subject.PatientId).ShouldBe((true, true, "p"));
    }

    [Fact]
    public void Read_SameResourceTwice_KeepsTheNewest()
    {
        var dataset = Read("""
            {"resourceType":"Bundle","entry":[
             {"resource":{"resourceType":"Patient","id":"a","meta":{"versionId":"2","lastUpdated":"2024-02-01T00:00:00Z"}}},
             {"resource":{"resourceType":"Patient","id":"a","meta":{"versionId":"1","lastUpdated":"2024-01-01T00:00:00Z"}}}]}
            """);

        dataset.Resources.ShouldHaveSingleItem().Version.ShouldBe("2");
    }

    [Fact]
    public void Read_McodePatient_GivesOneNegativeResultAndNoGap()
    {
        var dataset = DatasetReader.Read([("jenny", Files.Copied("Bundle-mcode-patient-bundle-jenny-m.json"))], Reads.Options with { BaseUrl = null });

        dataset.Unreadable.ShouldBeEmpty();
        var her2 = dataset.Resources.Where(one => one.Assays().Count > 0).ShouldHaveSingleItem();
        her2.Id.ShouldBe("tumor-marker-test-her2-jenny-m");
        her2.Subject.PatientId.ShouldBe("cancer-patient-jenny-m");
        dataset.Resources.SelectMany(one => one.Gaps()).Where(gap => gap.MayHideTest || gap.MayHideDose).ShouldBeEmpty();
    }

    private static Dataset Read(string content) => DatasetReader.Read([("file", Encoding.UTF8.GetBytes(content))], Reads.Options);
}
