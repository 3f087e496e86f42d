using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Rules;
using FsCheck.Xunit;

namespace FhirHer2Bridge.Core.Tests.Properties;

/// <summary>What is taken back, or says nothing, is as if it had never been said.</summary>
[Trait("Category", "Property")]
public sealed class WithdrawalProperties
{
    /// <summary>Only rule 15 may tell: that something rested on it. A report is none of these facts: it takes its results with it.</summary>
    [Property(MaxTest = 500)]
    public void Assess_FactWithdrawn_SaysWhatItSaidWithoutIt(int seed, int which, int day)
    {
        var patient = RandomPatient.Hard(seed);
        patient.Facts.RemoveAll(static fact => fact.ReplacedAt is not null);
        var candidates = patient.Facts.FindAll(static fact => fact is not ReportFact);
        var at = patient.Facts.IndexOf(candidates[Place(which, candidates.Count)]);
        var without = new PatientBuilder();
        without.Facts.AddRange(patient.Facts.Where((_, i) => i != at));
        patient.Facts[at] = patient.Facts[at] with { Standing = FactStanding.Withdrawn };

        var (now, never) = (patient.AsOf(Place(day, 900)), without.AsOf(Place(day, 900)));

        now.History.Status.ShouldBe(never.History.Status);
        now.Flags.Where(static flag => flag.Rule != EvidenceRetractedRule.Id).ShouldBe(never.Flags.Where(static flag => flag.Rule != EvidenceRetractedRule.Id));
        now.Undetermined.Where(static one => one.Rule != EvidenceRetractedRule.Id).ShouldBe(never.Undetermined.Where(static one => one.Rule != EvidenceRetractedRule.Id));
    }

    /// <summary>Whatever else is known: results that say nothing certain give no negative, and no flag that needs one.</summary>
    [Property(MaxTest = 500)]
    public void Assess_EveryResultSaysNothing_IsNeverNegative(int seed, int day)
    {
        var patient = RandomPatient.Hard(seed);
        string[] reasons = ["specimen-unsatisfactory", "weakly-positive", "contradictory-coding", "value-not-read"];
        for (var i = 0; i < patient.Facts.Count; i++)
        {
            patient.Facts[i] = patient.Facts[i] is AssayFact assay ? assay with { Result = new AssayResult.Inconclusive(reasons[i % reasons.Length]) } : patient.Facts[i];
        }

        var said = patient.AsOf(Place(day, 900));

        said.History.Assessments.ShouldAllBe(static assessment => !assessment.Status.IsDeterminate());
        said.History.Status.Status.ShouldNotBe(Her2Status.Negative);
        said.Flags.ShouldNotContain(static flag => flag.Rule == StatusChangedRule.Id || flag.Rule == DrugAfterNegativeRule.Id);
    }

    private static int Place(int any, int count) => (int)(Math.Abs((long)any * 7919) % count);
}
