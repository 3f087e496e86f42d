using System.Globalization;
using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.History;
using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Core.Tests.PatientBuilder;

namespace FhirHer2Bridge.Core.Tests.Rules;

/// <summary>An episode [start, end): when it is there, what ends it first, and what may not end it.</summary>
public sealed class EpisodeBoundaryTests
{
    [Theory]
    [InlineData(9, null, 10)]
    [InlineData(10, "active", 376)]
    [InlineData(11, "active", 376)]
    public void Raise_AroundItsStart_IsDueBeforeAndThereFromTheStart(int asOf, string? expected, int due)
    {
        var said = At(new PatientBuilder(), Instant(asOf), static e => e);

        said.Flag.ShouldBe(expected);
        said.Due.ShouldBe(due);
    }

    [Theory]
    [InlineData(19, "active", 20)]
    [InlineData(20, "resolved to 20 seen", null)]
    [InlineData(21, "resolved to 20 seen", null)]
    public void EndsAt_AroundItsEnd_IsDueBeforeAndOverFromTheEnd(int asOf, string expected, int? due)
    {
        var said = At(new PatientBuilder(), Instant(asOf), static e => e.EndsAt(Instant(20), "seen"));

        said.Flag.ShouldBe(expected);
        said.Due.ShouldBe(due);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, "resolved to 11 seen")]
    public void EndsAt_AtOrBeforeItsStart_NeverWas(int end, string? expected) =>
        At(new PatientBuilder(), Instant(30), e => e.EndsAt(Instant(end), "seen")).Flag.ShouldBe(expected);

    [Fact]
    public void EndsAt_SeveralEndings_TheFirstInTimeEndsItWhateverTheOrder()
    {
        At(new PatientBuilder(), Instant(60), static e => e.EndsAt(Instant(30), "later").EndsAt(Instant(20), "first").EndsAt(Instant(40), "last"))
            .Flag.ShouldBe("resolved to 20 first");
        At(new PatientBuilder(), Instant(60), static e => e.EndsAt(Instant(20), "first").EndsAt(Instant(20), "same moment").EndsAt(null, "never"))
            .Flag.ShouldBe("resolved to 20 first", "of two at one moment the one named first");
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, "resolved to 11 deceased")]
    public void Raise_DeathAroundItsStart_RaisesNothingFromThenOnAndEndsWhatIsOpen(int death, string? expected) =>
        At(new PatientBuilder().Death(death), Instant(30), static e => e).Flag.ShouldBe(expected);

    [Fact]
    public void Raise_DeadBeforeAStartInTheFuture_IsNeverDue() =>
        At(new PatientBuilder().Death(3), Instant(5), static e => e).Due.ShouldBeNull();

    [Theory]
    [InlineData(20, "resolved to 20 absent")]
    [InlineData(19, "active")]
    public void EndsByAbsence_DosesReadUpToItOrNot_EndsOnlyWhatWasReadThrough(int readTo, string expected)
    {
        var said = At(
            new PatientBuilder(), Instant(30), static e => e.EndsByAbsenceAt(Instant(20), "absent"), new Completeness(DateTimeOffset.MaxValue, Instant(readTo)));

        said.Flag.ShouldBe(expected);
        said.Outcome.Undetermined.ShouldBe(readTo < 20 ? ["doses-not-read-through"] : []);
        said.Outcome.AwaitsReading.ShouldBe(readTo < 20);
    }

    [Theory]
    [InlineData(null, "active")]
    [InlineData(5, "active")]
    [InlineData(20, "active")]
    [InlineData(21, "resolved to 20 absent")]
    public void EndsByAbsence_SomethingUnreadUpToIt_CannotEndIt(int? gapDay, string expected)
    {
        var said = At(
            new PatientBuilder().Gap("medication-unresolved", gapDay, mayHideTest: false, mayHideDose: true),
            Instant(30),
            static e => e.EndsByAbsenceAt(Instant(20), "absent"));

        said.Flag.ShouldBe(expected);
        said.Outcome.Undetermined.ShouldBe(expected == "active" ? ["doses-not-read-through"] : []);
        said.Outcome.AwaitsReading.ShouldBeFalse("what could not be read will not become readable by reading on");
    }

    [Fact]
    public void EndsByAbsence_GapThatHidesOnlyTests_EndsIt() =>
        At(new PatientBuilder().Gap("unread-report", 15), Instant(30), static e => e.EndsByAbsenceAt(Instant(20), "absent"))
            .Flag.ShouldBe("resolved to 20 absent");

    [Fact]
    public void EndsByAbsence_NotReadThrough_LeavesTheEndingThatWasSeenAfterIt() =>
        At(
            new PatientBuilder(),
            Instant(60),
            static e => e.EndsByAbsenceAt(Instant(20), "absent").EndsAt(Instant(40), "seen"),
            new Completeness(null, null)).Flag.ShouldBe("resolved to 40 seen");

    [Fact]
    public void EndsByAbsence_InTheFuture_IsDueThenWhateverWasRead()
    {
        var said = At(new PatientBuilder(), Instant(15), static e => e.EndsByAbsenceAt(Instant(20), "absent"), Completeness.Unknown);

        said.Flag.ShouldBe("active");
        said.Due.ShouldBe(20);
        said.Outcome.Undetermined.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(375, "active")]
    [InlineData(376, "resolved to 376 historical")]
    public void Raise_TriggerMoreThan365DaysAgoAndNothingSince_IsHistorical(int asOf, string expected) =>
        At(new PatientBuilder(), Instant(asOf), static e => e).Flag.ShouldBe(expected);

    [Theory]
    [InlineData(195, "resolved to 376 historical")]
    [InlineData(196, "resolved to 377 historical")]
    [InlineData(376, "resolved to 557 historical")]
    [InlineData(377, "resolved to 376 historical")]
    [InlineData(9, "resolved to 376 historical")]
    public void Raise_DoseWithin180DaysOfOldAge_PutsItOff(int dose, string expected) =>
        At(new PatientBuilder().Doses(Trastuzumab, dose), Instant(700), static e => e).Flag.ShouldBe(expected);

    [Theory]
    [InlineData(195, "resolved to 376 historical")]
    [InlineData(196, "resolved to 377 historical")]
    [InlineData(377, "resolved to 376 historical")]
    public void Raise_ProgressionWithin180DaysOfOldAge_PutsItOff(int progression, string expected) =>
        At(new PatientBuilder().Ihc("a", -400, 3).Progression(progression), Instant(700), static e => e).Flag.ShouldBe(expected);

    [Fact]
    public void Raise_ActivityAfterActivity_PutsOldAgeOffAgainAndAgain() =>
        At(new PatientBuilder().Ihc("a", -400, 3).Doses(Trastuzumab, 300, 200).Progression(480), Instant(1000), static e => e)
            .Flag.ShouldBe("resolved to 661 historical");

    [Fact]
    public void Raise_CourseThatGoesOn_NeverGrowsOld()
    {
        var said = At(new PatientBuilder().Course(Trastuzumab, 0, to: null), Instant(2000), static e => e);

        said.Flag.ShouldBe("active");
        said.Due.ShouldBeNull();
    }

    [Fact]
    public void Raise_OldAgeWithDosesNotReadThrough_IsUndeterminedAndStays()
    {
        var said = At(new PatientBuilder(), Instant(500), static e => e, new Completeness(DateTimeOffset.MaxValue, Instant(375)));

        said.Flag.ShouldBe("active");
        said.Outcome.Undetermined.ShouldBe(["doses-not-read-through"]);
    }

    private static (string? Flag, int? Due, RuleOutcome Outcome) At(
        PatientBuilder patient, DateTimeOffset asOf, Func<Episode, Episode> endings, Completeness? completeness = null)
    {
        var context = new RuleContext(asOf, completeness ?? Completeness.Whole);
        var view = HistoryBuilder.Build(new Facts.PatientKey("p1"), patient.Facts, context);
        var outcome = new RuleOutcome(asOf);

        endings(new Episode(view, context, outcome) { Start = Instant(10), Trigger = Instant(10) }).Raise(static () => new Flag
        {
            Patient = new("p1"),
            Rule = new("H2B-99"),
            Code = "code",
            Anchor = "none",
            Severity = FlagSeverity.Low,
            State = FlagState.Withdrawn,
            Effective = Day(10),
            Start = Instant(0),
            Text = "text",
            Evidence = [],
        });

        var said = outcome.Flags.SingleOrDefault();
        said?.Start.ShouldBe(Instant(10));
        return (
            said is null ? null : said.State.ToString().ToLowerInvariant()
                + (said.End is { } end ? string.Create(CultureInfo.InvariantCulture, $" to {(end - Instant(0)).Days} {said.Reason}") : ""),
            outcome.NextDue is { } due ? (due - Instant(0)).Days : null,
            outcome);
    }
}
