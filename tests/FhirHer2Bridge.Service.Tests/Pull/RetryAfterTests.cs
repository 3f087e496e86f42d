using FhirHer2Bridge.Service.Pull;

namespace FhirHer2Bridge.Service.Tests.Pull;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 7 ", 7)]
    [InlineData("18000", 300)]
    [InlineData("99999999999999", 300)]
    [InlineData("Thu, 15 Jan 2026 08:00:30 GMT", 30)]
    [InlineData("Thu, 15 Jan 2026 07:00:00 GMT", 0)]
    [InlineData("Fri, 16 Jan 2026 08:00:00 GMT", 300)]
    public void Read_SecondsOrDate_LiesBetweenNowAndTheCap(string header, int seconds) =>
        RetryAfter.Read(header, Now).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("soon")]
    public void Read_AbsentOrUnreadable_IsNull(string? header) => RetryAfter.Read(header, Now).ShouldBeNull();
}
