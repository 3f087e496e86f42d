using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>"There was none" over a stretch of time, from day 10 to day 20: only where all of it was read and readable.</summary>
public sealed class AbsenceBoundaryTests
{
    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    public void OfTests_ReadUpTo_IsCertainFromTheEndOfTheStretch(int readTo, bool expected)
    {
        var (certain, outcome) = OfTests(new PatientBuilder(), new Completeness(Instant(readTo), null));

        certain.ShouldBe(expected);
        outcome.Undetermined.ShouldBe(expected ? [] : ["tests-not-read-through"]);
        outcome.AwaitsReading.ShouldBe(!expected);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    public void OfDoses_ReadUpTo_IsCertainFromTheEndOfTheStretch(int readTo, bool expected)
    {
        var (certain, outcome) = OfDoses(new PatientBuilder(), new Completeness(null, Instant(readTo)));

        certain.ShouldBe(expected);
        outcome.Undetermined.ShouldBe(expected ? [] : ["doses-not-read-through"]);
        outcome.AwaitsReading.ShouldBe(!expected);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(21, true)]
    public void OfTestsAndDoses_SomethingUnreadable_CountsOnlyWithinTheStretch(int? gapDay, bool expected)
    {
        var patient = new PatientBuilder().Gap("unread-report", gapDay, mayHideTest: true, mayHideDose: true);

        var tests = OfTests(patient, Completeness.Whole);
        tests.Certain.ShouldBe(expected);
        tests.Outcome.Undetermined.ShouldBe(expected ? [] : ["unread-report"]);
        var doses = OfDoses(patient, Completeness.Whole);
        doses.Certain.ShouldBe(expected);
        doses.Outcome.Undetermined.ShouldBe(expected ? [] : ["doses-not-read-through"]);
        doses.Outcome.AwaitsReading.ShouldBeFalse();
    }

    [Fact]
    public void OfTestsAndDoses_GapOfTheOtherKind_HidesNothing()
    {
        OfTests(new PatientBuilder().Gap("g", 15, mayHideTest: false, mayHideDose: true), Completeness.Whole).Certain.ShouldBeTrue();
        OfDoses(new PatientBuilder().Gap("g", 15, mayHideTest: true, mayHideDose: false), Completeness.Whole).Certain.ShouldBeTrue();
    }

    [Theory]
    [InlineData(3, FactStanding.Final, true)]
    [InlineData(2, FactStanding.Final, false)]
    [InlineData(3, FactStanding.Preliminary, false)]
    public void OfTests_WordsOfAReportWhoseResultIsRead_HideNoOtherTestOnceThatResultDecides(int score, FactStanding standing, bool expected)
    {
        var patient = new PatientBuilder().Gastric().Gap("unread-report", 15)
            .Assayed(Assay("r", 15, AssayMethod.Ihc, new AssayResult.Ihc(score), issued: 15, specimen: "Specimen/r") with { Standing = standing })
            .Add(new ReportFact
            {
                Source = new SourceRef("DiagnosticReport", "gap", "1", "DiagnosticReport"),
                When = Day(15),
                Results = [new ResourceKey("Observation/r")],
            });

        OfTests(patient, Completeness.Whole).Certain.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void MayHideDose_GapAroundTheMoment_MattersUnlessItEndedBefore(int? gapDay, bool expected) =>
        Absence.MayHideDose(View(new PatientBuilder().Gap("g", gapDay, mayHideTest: false, mayHideDose: true), Completeness.Whole).View, Instant(10))
            .ShouldBe(expected);

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void IsCertainOfDoses_ReadUpToTheLaterCollection_IsCertain(int readTo, bool expected) =>
        Between(new PatientBuilder().Gastric(), new Completeness(null, Instant(readTo))).ShouldBe(expected);

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(20, false)]
    [InlineData(22, true)]
    public void IsCertainOfDoses_UnreadDoseBetweenTheCollections_IsNot(int gapDay, bool expected) =>
        Between(new PatientBuilder().Gastric().Gap("g", gapDay, mayHideTest: false, mayHideDose: true), Completeness.Whole).ShouldBe(expected);

    [Fact]
    public void IsCertainOfDoses_DoseOfWhichOnlyTheMonthIsKnown_LeavesItOpenWhereTheMonthReachesIn()
    {
        Between(new PatientBuilder().Gastric().DoseInMonth(Trastuzumab, 2021, 1), Completeness.Whole).ShouldBeFalse();
        Between(new PatientBuilder().Gastric().DoseInMonth(Trastuzumab, 2021, 2), Completeness.Whole).ShouldBeTrue();
        Between(new PatientBuilder().Gastric().DoseInMonth(Trastuzumab, 2020, 12), Completeness.Whole).ShouldBeTrue();
        Between(new PatientBuilder().Gastric().Doses(Trastuzumab, 15), Completeness.Whole).ShouldBeTrue("a dated dose is seen, not hidden");
    }

    [Fact]
    public void IsCertainOfDoses_DoseThatMayBelongToAnotherTumour_IsNot() =>
        Between(new PatientBuilder().Gastric(-10).Tumour(TumourKind.Breast).Doses(Trastuzumab, 15), Completeness.Whole).ShouldBeFalse();

    private static bool Between(PatientBuilder patient, Completeness completeness)
    {
        var (view, context) = View(patient, completeness);
        return Absence.IsCertainOfDoses(view, view.Tumours[0], Day(10), Day(20), context);
    }

    private static (bool Certain, RuleOutcome Outcome) OfTests(PatientBuilder patient, Completeness completeness)
    {
        var (view, context) = View(patient, completeness);
        var outcome = new RuleOutcome(context.AsOf);
        return (Absence.OfTests(view, Instant(10), Instant(20), context, outcome), outcome);
    }

    private static (bool Certain, RuleOutcome Outcome) OfDoses(PatientBuilder patient, Completeness completeness)
    {
        var (view, context) = View(patient, completeness);
        var outcome = new RuleOutcome(context.AsOf);
        return (Absence.OfDoses(view, Instant(10), Instant(20), context, outcome), outcome);
    }

    private static (PatientView View, RuleContext Context) View(PatientBuilder patient, Completeness completeness)
    {
        var context = new RuleContext(Instant(100), completeness);
        return (HistoryBuilder.Build(new PatientKey("p1"), patient.Facts, context), context);
    }
}
