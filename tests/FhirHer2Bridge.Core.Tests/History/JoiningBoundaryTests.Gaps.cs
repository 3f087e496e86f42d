using FhirHer2Bridge.Core.Facts;
using static FhirHer2Bridge.Core.Facts.Her2Status;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.History;

public sealed partial class JoiningBoundaryTests
{
    [Fact]
    public void Gaps_ProductThatNobodyCouldLookUp_MayHideADose()
    {
        var given = new TherapyFact { Source = new("MedicationAdministration", "d", "1", "x"), When = Day(5), Product = new("Medication/m"), WasGiven = true };
        var product = new ProductFact { Source = new("Medication", "m", "1", "code"), Product = new("Medication/m"), Drug = Trastuzumab };

        View(Instant(100), given).Gaps.Single().MayHideDose.ShouldBeTrue();
        View(Instant(100), given, product).Doses.Single().Drug.ShouldBe(Trastuzumab);
        View(Instant(100), given, product).Gaps.ShouldBeEmpty();
        View(Instant(100), given, product with { Drug = null }).Gaps.ShouldBeEmpty();
        View(Instant(100), given with { WasGiven = false }).Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Died_SeveralDates_IsTheFirstAndWithoutADateTheLastSignOfLife()
    {
        DeathFact Dead(string id, int? day) => new() { Source = new("Patient", id, "1", "deceased"), When = day is { } d ? Day(d) : null };

        View(Instant(100), Dead("a", 30), Dead("b", 20), Result()).Died.ShouldBe(Instant(20));
        View(Instant(100), Dead("a", null), Result(), Result("b", 7)).Died.ShouldBe(Instant(8));
        View(Instant(100), Dead("a", null)).Died.ShouldBe(DateTimeOffset.MinValue);
        View(Instant(100), Result()).Died.ShouldBeNull();
    }

    [Fact]
    [Trait("Row", "7/F15")]
    public void Replaced_Versions_AreKeptApartOldestFirst()
    {
        AssayFact Version(string id, string version, int replaced, int issued = 6) => Result(id) with
        {
            Source = Ref(id) with { VersionId = version },
            ReplacedAt = Instant(replaced),
            Issued = Instant(issued),
            Result = new AssayResult.Ihc(0),
        };

        var view = View(Instant(50), Version("b", "2", 30), Version("b", "1", 20), Version("a", "9", 30), Version("c", "1", 10, issued: 60), Version("d", "1", 12, issued: 50), Result());

        view.Replaced.Select(static fact => fact.Source.Id + fact.Source.VersionId).ShouldBe(["d1", "b1", "a9", "b2"]);
        view.History.Assessments.Single().Status.ShouldBe(Positive, "what was replaced shapes nothing");
    }

    [Fact]
    public void Withdrawn_SpecimenReportOrCondition_LendsNothing()
    {
        One(Result() with { Specimen = new("Specimen/s") }, Specimen("s") with { When = Day(3), Standing = FactStanding.Withdrawn }).When.ShouldBe(Day(5));
        One(Result(), Report("r") with { Specimens = [new("Specimen/a")], Standing = FactStanding.Withdrawn }).Specimen.ShouldBeNull();
    }

    [Fact]
    public void Preliminaries_AreInTheOrderInWhichTheyBecameKnown()
    {
        AssayFact Early(string id, int issued) => Result(id) with { Standing = FactStanding.Preliminary, Issued = Instant(issued) };

        View(Instant(50), Early("a", 20), Early("c", 10), Early("b", 10), Early("d", 15) with { ReplacedAt = Instant(30) }, Result("e") with { ReplacedAt = Instant(30) })
            .Preliminaries.Select(static result => result.Source.Id).ShouldBe(["b", "c", "d", "a"]);
    }
}
