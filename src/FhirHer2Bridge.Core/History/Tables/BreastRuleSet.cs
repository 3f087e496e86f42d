using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.History.Tables;

/// <summary>
/// Which breast rules a specimen is read by: those in force when the laboratory gave the result (a block of 2012 that is tested in 2024
/// is read by the rules of 2024). A date so coarse that it spans two of them chooses none (reference 4c, "rule set by result date").
/// </summary>
internal enum BreastRuleSet
{
    /// <summary>Before 2007, 2013-10-07 to 2018-05-29 (cut-offs unverified), or not to be told: the laboratory's own statement only.</summary>
    LaboratoryOnly,

    /// <summary>2007-01-01 to 2013-10-06.</summary>
    AscoCap2007,

    /// <summary>From 2018-05-30.</summary>
    AscoCap2018,
}

internal static class BreastRuleSets
{
    // Days of the site's own calendar, whatever its distance from UTC.
    private static readonly DateTime From2007 = new(2007, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime From2013 = new(2013, 10, 7, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime From2018 = new(2018, 5, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static BreastRuleSet For(ClinicalTime resulted) => resulted switch
    {
        _ when resulted.Earliest.DateTime >= From2018 => BreastRuleSet.AscoCap2018,
        _ when resulted.Earliest.DateTime >= From2007 && resulted.LatestExclusive.DateTime <= From2013 => BreastRuleSet.AscoCap2007,
        _ => BreastRuleSet.LaboratoryOnly,
    };
}
