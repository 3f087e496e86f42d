namespace FhirHer2Bridge.Core.Rules;

/// <summary>Thresholds that more than one part reads; each stands on the card of the rule that owns it.</summary>
public static class CommonThresholds
{
    /// <summary>Whole days between two doses up to which they are one course.</summary>
    public static int ContinuingGap(RuleContext context) =>
        context.Days(TrastuzumabWithoutReassessmentRule.Id, TrastuzumabWithoutReassessmentRule.ContinuingGapDays);

    /// <summary>Whole days after a progression in which a new test may still report.</summary>
    public static int RetestGrace(RuleContext context) =>
        context.Days(TrastuzumabWithoutReassessmentRule.Id, TrastuzumabWithoutReassessmentRule.RetestGraceDays);

    /// <summary>Whole days without a dose after which the next one is clearly a restart.</summary>
    public static int NewCourseGap(RuleContext context) => context.Days(NewHer2LineRule.Id, NewHer2LineRule.NewCourseGapDays);

    /// <summary>Whole days after a first dose in which a test in progress is waited for.</summary>
    public static int TestLookAhead(RuleContext context) => context.Days(NewHer2LineRule.Id, NewHer2LineRule.TestLookAheadDays);

    /// <summary>Whole days from the first sign of a tumour in which a metastasis is where the disease was, not progression.</summary>
    public static int StagingWindow(RuleContext context) =>
        context.Days(ProgressionWithoutRetestRule.Id, ProgressionWithoutRetestRule.StagingDays);

    /// <summary>Whole days in which the same words of a Condition are the same event.</summary>
    public static int SameEvent(RuleContext context) =>
        context.Days(ProgressionWithoutRetestRule.Id, ProgressionWithoutRetestRule.SameEventDays);

    /// <summary>Whole days between two collections up to which differing results are two specimens that disagree.</summary>
    public static int SimultaneousWindow(RuleContext context) =>
        context.Days(DiscordantSpecimensRule.Id, DiscordantSpecimensRule.SimultaneousWindowDays);
}
