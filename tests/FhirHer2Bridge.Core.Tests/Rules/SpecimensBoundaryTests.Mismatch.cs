using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

public sealed partial class SpecimensBoundaryTests
{
    [Fact]
    public void Mismatch_OtherTumourOnlyPreliminary_IsSilent() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)) with { Standing = FactStanding.Preliminary })
            .Add(For("gastric", 60))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_OtherTumourNegative_IsSilent() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 0)))
            .Add(For("gastric", 60))).ShouldBe("""
        
        """);

    [Fact]
    public void Mismatch_UnassignedResultMayBeItsOwn_CannotBeTold() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Ihc("x", 5, 3))
            .Add(For("gastric", 60))).ShouldBe("""
        60: ? tumour-not-assigned
        """);

    [Fact]
    public void Mismatch_UnassignedEquivocalOrPreliminary_IsNoQuestion() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Ihc("x", 5, 2))
            .Assayed(Ihc("y", 8, 3) with { Standing = FactStanding.Preliminary })
            .Add(For("gastric", 60))).ShouldBe("""
        60: moderate active
        103: moderate resolved treatment-stopped 60 to 103
        """);

    [Fact]
    public void Mismatch_TestsReadUpToItsStart_IsSaid() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60)), new Completeness(Instant(60), Instant(60))).ShouldBe("""
        60: moderate active
        103: moderate active | ? doses-not-read-through
        """);

    [Fact]
    public void Mismatch_TestsNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Add(For("gastric", 60)), new Completeness(Instant(59), Instant(200))).ShouldBe("""
        60: ? tests-not-read-through
        """);

    [Fact]
    public void Mismatch_DoseNamesNoneOfTwoDiagnoses_CannotBeTold() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Doses(Trastuzumab, 60)).ShouldBe("""
        60: ? dose-not-assigned
        """);

    [Fact]
    public void Mismatch_OneDiagnosisAndAResultOfAnotherOrgan_TheDoseIsForTheDiagnosis() =>
        Timeline.Of("H2B-25", Gastric()
            .Assayed(Ihc("b", 0, 3) with { SiteTumour = TumourKind.Breast })
            .Doses(Trastuzumab, 60)).ShouldBe("""
        60: moderate active
        103: moderate resolved treatment-stopped 60 to 103
        """);

    [Fact]
    public void Mismatch_TumoursDifferAndOneResultNamesNone_BeginsWhenAllIsKnown() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Of("gastric", Ihc("g", 0, 0, 90)))
            .Assayed(Ihc("x", 5, 3, 30))).ShouldBe("""
        90: moderate active | ? tumour-not-assigned
        371: moderate resolved historical 90 to 371 | ? tumour-not-assigned
        """);

    [Fact]
    public void Mismatch_TumoursDifferAndOneEquivocalNamesNone_IsNoQuestion() =>
        Timeline.Of("H2B-25", Two()
            .Assayed(Of("breast", Ihc("b", 0, 3)))
            .Assayed(Of("gastric", Ihc("g", 0, 0)))
            .Assayed(Ihc("x", 5, 2, 30))
            .Assayed(Ihc("y", 15, 3) with { Standing = FactStanding.Preliminary })).ShouldBe("""
        
        """);

    [Fact]
    public void Low_Metastatic_BeginsWithTheResult() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")).ShouldBe("""
        4: low active
        370: low resolved historical 4 to 370
        """);

    [Fact]
    public void Low_MetastasisLater_BeginsWithTheMetastasis() =>
        Timeline.Of("H2B-20", Metastatic(100)
            .Add(new SpreadFact { Source = new("Observation", "m2", "1", "x"), When = Day(150), Metastatic = true })
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")).ShouldBe("""
        4: ? setting-unknown
        100: low active
        466: low resolved historical 100 to 466
        """);

    [Fact]
    public void Low_DrugForItAsItBegins_NeverWas() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Doses(Deruxtecan, 4)).ShouldBe("""
        
        """);

    [Fact]
    public void Low_DrugForItLater_EndsIt() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Doses(Trastuzumab, 10)
            .Doses(Deruxtecan, 30, 51)).ShouldBe("""
        4: low active
        30: low resolved treatment-began 4 to 30
        """);

    [Fact]
    public void Low_LaterNotLow_EndsIt() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Ihc("b", 200, 0, issued: 210, specimen: "Specimen/b")).ShouldBe("""
        4: low active
        210: low resolved reassessed 4 to 210
        """);

    [Fact]
    public void Low_LaterLowAgain_GoesOn() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a")
            .Ihc("b", 200, 1, issued: 210, specimen: "Specimen/b")
            .Ihc("c", 300, 3, issued: 310, specimen: "Specimen/c")).ShouldBe("""
        4: low active
        310: low resolved reassessed 4 to 310
        """);

    [Fact]
    public void Low_AgainAfterAPositive_IsAnother() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Ihc("b", 200, 3, specimen: "Specimen/b")
            .Ihc("c", 400, 1, specimen: "Specimen/c")).ShouldBe("""
        0: low active
        200: low resolved reassessed 0 to 200
        400: low resolved reassessed 0 to 200 @Observation/a | low active @Observation/c
        766: low resolved reassessed 0 to 200 @Observation/a | low resolved historical 400 to 766 @Observation/c
        """);

    [Fact]
    public void Low_PositiveSpecimenOfTheSameWindow_IsNotLow() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 3, specimen: "Specimen/a")
            .Ihc("b", 30, 1, specimen: "Specimen/b")).ShouldBe("""
        
        """);

    [Fact]
    public void Low_Ultralow_CannotBeTold() =>
        Timeline.Of("H2B-20", Metastatic()
            .Stated("a", 0, Negative, Her2Category.Ultralow)).ShouldBe("""
        0: ? hormone-receptor-unknown
        """);

    [Fact]
    public void Low_UltralowThenLow_IsSaidOfLow() =>
        Timeline.Of("H2B-20", Metastatic()
            .Stated("a", 0, Negative, Her2Category.Ultralow)
            .Ihc("b", 200, 1, specimen: "Specimen/b")).ShouldBe("""
        0: ? hormone-receptor-unknown
        200: low active
        566: low resolved historical 200 to 566
        """);

    [Fact]
    public void Low_SettingUnknown_CannotBeTold() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")).ShouldBe("""
        0: ? setting-unknown
        """);

    [Fact]
    public void Low_SettingUnknownAndTreated_IsNoQuestion() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Doses(Deruxtecan, 30)).ShouldBe("""
        0: ? setting-unknown
        30: nothing
        """);

    [Fact]
    public void Low_SettingUnknownAndSuperseded_IsNoQuestion() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Ihc("a", 0, 1, specimen: "Specimen/a")
            .Ihc("b", 200, 3, specimen: "Specimen/b")).ShouldBe("""
        0: ? setting-unknown
        200: nothing
        """);

    [Fact]
    public void Low_Curative_IsSilent() =>
        Timeline.Of("H2B-20", new PatientBuilder().Breast()
            .Spread(false)
            .Ihc("a", 0, 1, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void Low_DosesNotReadThrough_CannotBeTold() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a"), new Completeness(DateTimeOffset.MaxValue, Instant(3))).ShouldBe("""
        4: ? doses-not-read-through
        """);

    [Fact]
    public void Low_DosesReadUpToItsStart_IsSaid() =>
        Timeline.Of("H2B-20", Metastatic()
            .Ihc("a", 0, 1, issued: 4, specimen: "Specimen/a"), new Completeness(DateTimeOffset.MaxValue, Instant(4))).ShouldBe("""
        4: low active
        370: low active | ? doses-not-read-through
        """);

    [Fact]
    public void Low_Gastric_HasNoSubCategory() =>
        Timeline.Of("H2B-20", Gastric()
            .Spread(true)
            .Ihc("a", 0, 1, specimen: "Specimen/a")).ShouldBe("""
        
        """);

    [Fact]
    public void Low_SecondTumourAndDosesUnassigned_CannotBeTold() =>
        Timeline.Of("H2B-20", Two()
            .Spread(true)
            .Assayed(Of("breast", Ihc("a", 0, 1)))
            .Doses(Trastuzumab, 5)).ShouldBe("""
        0: low active
        5: ? dose-not-assigned
        """);

    [Fact]
    public void Inadequate_NoRepeat_BeginsAfterTheDaysForARepeat() =>
        Timeline.Of("H2B-17", Gastric()
            .Assayed(Failed("u", 0, 3, "Specimen/a"))).ShouldBe("""
        31: moderate active
        366: moderate resolved historical 31 to 366
        """);
}
