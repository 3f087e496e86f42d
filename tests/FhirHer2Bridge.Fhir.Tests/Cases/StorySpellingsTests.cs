using System.Text.Json.Nodes;
using FhirHer2Bridge.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.Cases;

public sealed class StorySpellingsTests
{
    private const string Story = "0002-trastuzumab-after-negative-resection";

    [Fact]
    public void Spelled_AsCodeableConcept_ChangesNothing()
    {
        var story = StoryCase.Load(Story);

        var told = story.Spelled(StorySpelling.CodeableConcept);

        told.Bundles.Select(Text).ShouldBe(story.Bundles.Select(Text));
    }

    [Fact]
    public void Spelled_AsContained_PutsTheConceptInside()
    {
        var told = StoryCase.Load(Story).Spelled(StorySpelling.Contained);

        var doses = StoryReader.All(told, "MedicationAdministration").ToList();
        doses.ShouldNotBeEmpty();
        doses.ShouldAllBe(dose => !dose.ContainsKey("medicationCodeableConcept"));
        doses.ShouldAllBe(dose => IsContained(dose));
        doses.ShouldAllBe(dose => dose["contained"]![0]!["code"] != null);
        StoryReader.All(told, "Medication").ShouldBeEmpty();
    }

    [Fact]
    public void Spelled_AsReferenced_AddsEachMedicationOnceWhereItIsFirstUsed()
    {
        var told = StoryCase.Load(Story).Spelled(StorySpelling.Referenced);

        StoryReader.All(told, "Medication").Select(StoryReader.Key)
            .ShouldBe(["Medication/s0002-patient-med-1", "Medication/s0002-patient-med-2"]);
        told.Bundles[3].Resources.Select(StoryReader.Key)
            .ShouldContain("Medication/s0002-patient-med-1", StringComparer.Ordinal);
        StoryReader.All(told, "MedicationAdministration").ShouldAllBe(dose => !dose.ContainsKey("contained"));
    }

    [Fact]
    public void Spelled_WithDecimals_KeepsTheWrittenDigits()
    {
        var told = StoryCase.Load(Story).Spelled(StorySpelling.Referenced).Prefixed("x");

        Text(told.Bundles[3]).ShouldContain("\"value\":504.0,");
    }

    [Fact]
    public void Spelled_AnAdministrationAlreadyByReference_IsRefused()
    {
        var told = StoryCase.Load(Story).Spelled(StorySpelling.Contained);

        Should.Throw<InvalidDataException>(() => told.Spelled(StorySpelling.Referenced));
    }

    [Fact]
    public void Prefixed_Twice_GivesStoriesThatShareNoResource()
    {
        var story = StoryCase.Load(Story);

        var first = story.Prefixed("a-").Bundles.SelectMany(bundle => bundle.Resources).Select(StoryReader.Key);
        var second = story.Prefixed("b-").Bundles.SelectMany(bundle => bundle.Resources).Select(StoryReader.Key);

        first.Intersect(second, StringComparer.Ordinal).ShouldBeEmpty();
        story.Prefixed("a-").Patient.ShouldBe("Patient/a-s0002-patient");
    }

    [Fact]
    public void Prefixed_SubjectByIdentifier_MovesTheIdentifierAsWell()
    {
        var told = StoryCase.Load("0006-local-code-subject-by-identifier").Prefixed("a-");

        var dose = StoryReader.All(told, "MedicationAdministration").First();
        ((string?)dose["subject"]!["identifier"]!["value"]).ShouldBe("a-MRN-0006");
        StoryReader.PatientOf(dose, told).ShouldBe(told.Patient);
    }

    [Fact]
    public void Prefixed_IdBeyond64Characters_IsRefused() =>
        Should.Throw<ArgumentException>(() => StoryCase.Load(Story).Prefixed(new string('a', 60)));

    private static bool IsContained(JsonObject dose) =>
        (string?)dose["medicationReference"]!["reference"] is "#medication";

    private static string Text(StoryBundle bundle) => bundle.Json.ToJsonString();
}
