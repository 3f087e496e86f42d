using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class DrugAndRecordBoundaryTests
{
    [Fact]
    public void Retracted_ReReadAfterTheStatusMovedOn_IsSilent() =>
        Timeline.Of("H2B-15", Gastric()
            .Ihc("a", 0, 3, issued: 2, specimen: "Specimen/a")
            .Ihc("z", 5, 3, issued: 8, specimen: "Specimen/z")
            .Ihc("b", 0, 0, issued: 60, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10, 31)).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_TumourChanged_IsHigh() =>
        Timeline.Of("H2B-15", Two()
            .Assayed(Of("breast", Corrected(3, 75)))
            .Assayed(Of("gastric", First(3, 80)))
            .Add(For("gastric", 10))).ShouldBe("""
        75: high active
        441: high resolved historical 75 to 441
        """);

    [Fact]
    public void Retracted_CourseInOneRecord_RestedOnItFromThen() =>
        Timeline.Of("H2B-15", Gastric()
            .Course(Trastuzumab, -20, 40)
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })).ShouldBe("""
        80: high active
        446: high resolved historical 80 to 446
        """);

    [Fact]
    public void Retracted_CourseThatEndedBefore_DidNotRestOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Course(Trastuzumab, -40, -20)
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })).ShouldBe("""
        
        """);

    [Fact]
    public void Retracted_CourseThatGoesOn_RestedOnIt() =>
        Timeline.Of("H2B-15", Gastric()
            .Course(Trastuzumab, -40, null)
            .Assayed(Ihc("p", 0, 3, 2) with { Standing = FactStanding.Withdrawn, Updated = Instant(80) })).ShouldBe("""
        80: high active
        """);

    [Fact]
    public void Retracted_TwoCorrections_AreOne() =>
        Timeline.Of("H2B-15", Gastric()
            .Assayed(Ihc("p", 0, 3, 2) with { Source = new("Observation", "p", "3", "Observation"), Standing = FactStanding.Amended, Updated = Instant(90) })
            .Assayed(Corrected(0, 60) with { ReplacedAt = Instant(92) })
            .Assayed(First(3, 62))
            .Doses(Trastuzumab, 10, 70)).ShouldBe("""
        60: high active
        456: high resolved historical 60 to 456
        """);
}
