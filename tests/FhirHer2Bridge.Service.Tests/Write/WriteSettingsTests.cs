using FhirHer2Bridge.Core.Flags;
using FhirHer2Bridge.Core.Rules;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Tests.Write;

public sealed class WriteSettingsTests
{
    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        var settings = new WriteSettings();

        settings.Instance.ShouldBe("site");
        settings.Profile.ShouldBe(ProfileUse.Auto);
        settings.MinimumSeverity.ShouldBe(FlagSeverity.Moderate);
        settings.VerifyDelay.ShouldBe(TimeSpan.FromSeconds(2));
        settings.Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("site a")]
    [InlineData("site/a")]
    public void Problems_InstanceIsNoId_NamesTheKeyAndTheValue(string instance)
    {
        var problem = new WriteSettings { Instance = instance }.Problems().ShouldHaveSingleItem();

        problem.ShouldContain("Write:Instance");
        problem.ShouldContain($"'{instance}'");
    }

    [Fact]
    public void Problems_DelayOutOfRange_NamesTheKeyAndTheValue()
    {
        var problem = new WriteSettings { VerifyDelay = TimeSpan.FromMinutes(6) }.Problems().ShouldHaveSingleItem();

        problem.ShouldContain("Write:VerifyDelay");
        problem.ShouldContain("00:06:00");
    }

    [Theory]
    [InlineData(FlagSeverity.Low, FlagState.Active, false, false)]
    [InlineData(FlagSeverity.Moderate, FlagState.Active, false, true)]
    [InlineData(FlagSeverity.High, FlagState.Resolved, false, false)]
    [InlineData(FlagSeverity.Low, FlagState.Resolved, true, true)]
    [InlineData(FlagSeverity.Low, FlagState.Withdrawn, true, true)]
    public void IsWritten_SeverityAndWhatStands_Decide(FlagSeverity severity, FlagState state, bool onServer, bool written)
    {
        var flag = WriteHarness.Sample with { Severity = severity, State = state };

        SeverityGate.IsWritten(flag, FlagSeverity.Moderate, onServer).ShouldBe(written);
    }
}
