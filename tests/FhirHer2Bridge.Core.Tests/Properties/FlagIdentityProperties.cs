using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Core.Rules;
using FsCheck.Xunit;

namespace FhirHer2Bridge.Core.Tests.Properties;

/// <summary>Patient, code and anchor are a flag: no two share them, and what comes in later does not move them.</summary>
[Trait("Category", "Property")]
public sealed class FlagIdentityProperties
{
    [Property(MaxTest = 200)]
    public void Assess_AnyPatient_GivesNoTwoFlagsOneName(int seed, int day) =>
        RandomPatient.Hard(seed).AsOf((int)(Math.Abs((long)day * 7919) % 900)).Flags.Select(static flag => (flag.Code, flag.Anchor)).ShouldBeUnique();

    [Property(MaxTest = 200)]
    public void Assess_FurtherResultsComeIn_MoveNoContradiction(int seed)
    {
        var patient = RandomPatient.Hard(seed).Only(ContradictoryCodingRule.Id);
        var told = new Dictionary<string, (DateTimeOffset Start, ClinicalTime Effective)>(StringComparer.Ordinal);
        for (var day = 0; day < 700; day += 20)
        {
            foreach (var flag in patient.AsOf(day).Flags)
            {
                told.TryAdd(flag.Anchor, (flag.Start, flag.Effective));
                (flag.Start, flag.Effective).ShouldBe(told[flag.Anchor], $"{flag.Anchor} on day {day}");
            }
        }
    }
}
