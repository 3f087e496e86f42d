using FhirHer2Bridge.Service.Output;

namespace FhirHer2Bridge.Service.Tests.Output;

public sealed class DrawnTimeTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", 366, true)]
    [InlineData("2024-02", "2024-02-01", 29, true)]
    [InlineData("2024-03-12", "2024-03-12", 1, false)]
    [InlineData("2024-03-01/2024-03", "2024-03-01", 31, true)]
    [InlineData("2024-03-01/2024-03-01T23:00:00Z", "2024-03-01", 0, false)]
    public void Parse_Literal_IsAsWideAsItIsWritten(string literal, string start, int days, bool span)
    {
        var time = DrawnTime.Parse(literal)!.Value;

        time.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(start);
        ((int)(time.End - time.Start).TotalDays).ShouldBe(days);
        time.IsSpan.ShouldBe(span);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024-13")]
    [InlineData("9999")]
    [InlineData("2024-05/2024-03")]
    [InlineData("soon")]
    public void Parse_NotATime_IsNull(string? literal) => DrawnTime.Parse(literal).ShouldBeNull();
}
