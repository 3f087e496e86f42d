using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class UnansweredTreatmentBoundaryTests
{
    [Theory]
    [InlineData(266, "")]
    [InlineData(267, "266: ? doses-not-read-through")]
    public void Untreated_DoseByTheLimitAndDosesNotReadThrough_IsNoQuestion(int dose, string said) =>
        Timeline.Of("H2B-24", Changed()
            .Doses(Trastuzumab, dose), new Completeness(DateTimeOffset.MaxValue, Instant(265))).ShouldBe(said);

    [Theory]
    [InlineData(161, "")]
    [InlineData(162, "161: ? doses-not-read-through")]
    public void Untreated_NegativeAgainByTheLimitAndDosesNotReadThrough_IsNoQuestion(int issued, string said) =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", -400, 0, specimen: "Specimen/n")
            .Ihc("y", 0, 3, issued: 100, specimen: "Specimen/y")
            .Ihc("z", 95, 0, issued: issued, specimen: "Specimen/z"), new Completeness(DateTimeOffset.MaxValue, Instant(160))).ShouldBe(said);

    [Theory]
    [InlineData(56, "117: moderate active\n422: moderate resolved historical 117 to 422")]
    [InlineData(55, "116: ? dose-dates-too-coarse")]
    public void Untreated_DoseOfTheMonthBeforeTheCollection_IsNoQuestion(int collected, string said) =>
        Timeline.Of("H2B-24", Gastric()
            .Ihc("n", -400, 0, specimen: "Specimen/n")
            .DoseInMonth(Trastuzumab, 2021, 2)
            .Ihc("y", collected, 3, specimen: "Specimen/y")).ShouldBe(said);
}
