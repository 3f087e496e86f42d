using System.Text;
using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Extract;

public sealed class GuardTests
{
    [Theory]
    [InlineData("\"identifier\":[{\"system\":\"https://fhirher2bridge.example/fhir/sid/her2-flag\",\"value\":\"x\"}]")]
    [InlineData("\"category\":[{\"coding\":[{\"system\":\"https://fhirher2bridge.example/fhir/CodeSystem/her2-bridge\",\"code\":\"her2-flag\"}]}]")]
    [InlineData("\"device\":{\"reference\":\"Device/her2bridge-site-a\"}")]
    [InlineData("\"device\":{\"reference\":\"https://ehr.example.org/fhir/Device/her2bridge-site-a\"}")]
    public void Own_ByAnyMark_IsNeverEvidence(string mark)
    {
        var extraction = Reads.Loinc("48676-1", mark + ",\"valueString\":\"negative\"");

        extraction.IsOwn.ShouldBeTrue();
        extraction.Facts.ShouldBeEmpty();
        extraction.InScope.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"implicitRules\":\"urn:rules\",\"valueString\":\"negative\"")]
    [InlineData("\"component\":[{\"modifierExtension\":[{\"url\":\"urn:not\"}]}],\"valueString\":\"negative\"")]
    public void Modifier_OnAHer2Test_IsNotInterpretedAndMayHideIt(string rest)
    {
        var extraction = Reads.Loinc("48676-1", rest);

        extraction.Assays().ShouldBeEmpty();
        extraction.InScope.ShouldBeTrue();
        extraction.Codes().ShouldBe(["H2B-READ-004"]);
        extraction.Gaps().ShouldHaveSingleItem().MayHideTest.ShouldBeTrue();
        extraction.Gaps()[0].When!.Value.Literal.ShouldBe("2024-03-12");
    }

    [Fact]
    public void Modifier_OnADose_MayHideIt() =>
        Reads.Json($$"""
            {"resourceType":"MedicationAdministration","id":"d1","status":"completed",{{Reads.Subject}},"medicationCodeableConcept":{"text":"Herceptin"},
             "modifierExtension":[{"url":"urn:not"}]}
            """).Gaps().ShouldHaveSingleItem().MayHideDose.ShouldBeTrue();

    [Fact]
    public void Modifier_WordInAText_IsNotAModifier() =>
        Reads.Loinc("48676-1", "\"valueString\":\"negative\",\"id2\":\"a \\\"modifierExtension\\\" b\"").Assays().Count.ShouldBe(1);

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"resourceType\":\"Observation\",\"status\":\"final\",\"status\":\"entered-in-error\"}")]
    public void Bytes_NoStrictJson_AreNamed(string json)
    {
        var extraction = Reads.Json(json);

        extraction.Codes().ShouldBe(["H2B-READ-001"]);
        extraction.Facts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("{\"studies\":[]}")]
    [InlineData("{\"resourceType\":3}")]
    public void Json_NoResource_IsNamed(string json) => Reads.Json(json).Codes().ShouldBe(["H2B-READ-002"]);

    [Fact]
    public void Resource_OfAnotherType_IsNothing() =>
        Reads.Json("""{"resourceType":"Appointment","id":"a1"}""").ShouldSatisfyAllConditions(
            one => one.Facts.ShouldBeEmpty(), one => one.Issues.ShouldBeEmpty(), one => one.ResourceType.ShouldBe("Appointment"));

    [Fact]
    public void Codes_AreUnique_AndSayWhatToDo()
    {
        var codes = IssueCodes.All.Concat(GapCodes.All).ToList();

        codes.Select(code => code.Code).ShouldBeUnique();
        codes.ShouldAllBe(code => code.Meaning.EndsWith('.') && code.WhatToDo.EndsWith('.'));
    }

    [Fact]
    public void Issues_OfAnyExample_HoldNoPatientData()
    {
        var issues = Files.Copied().Select(File.ReadAllBytes).Append(Encoding.UTF8.GetBytes("{")).Select(bytes => Extractor.Extract(bytes, Reads.Options))
            .SelectMany(extraction => extraction.Issues);

        issues.ShouldAllBe(issue => IssueCodes.All.Any(code => code.Meaning == issue.Message));
    }
}
