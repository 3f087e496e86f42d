using System.Text.Json;
using FhirHer2Bridge.Core.Primitives;
using FhirHer2Bridge.Fhir.R4;
using FhirHer2Bridge.Fhir.Tests.Kit;

namespace FhirHer2Bridge.Fhir.Tests.R4;

public sealed class FhirTimeTests
{
    private readonly FhirTime _time = new(Reads.Zone);

    [Theory]
    [InlineData("2024", "2024-01-01T00:00:00+02:00", "2025-01-01T00:00:00+02:00", TimePrecision.Year)]
    [InlineData("2024-02", "2024-02-01T00:00:00+02:00", "2024-03-01T00:00:00+02:00", TimePrecision.Month)]
    [InlineData("2024-02-29", "2024-02-29T00:00:00+02:00", "2024-03-01T00:00:00+02:00", TimePrecision.Day)]
    public void Moment_PartialDate_SpansWhatItNamesInTheSitesZone(string literal, string earliest, string latest, TimePrecision precision)
    {
        var time = _time.Moment(literal).Time!.Value;

        time.Earliest.ShouldBe(DateTimeOffset.Parse(earliest, null));
        time.LatestExclusive.ShouldBe(DateTimeOffset.Parse(latest, null));
        time.Precision.ShouldBe(precision);
        time.Literal.ShouldBe(literal);
    }

    [Theory]
    [InlineData("2024-03-12T10:05:00Z", "2024-03-12T10:05:00Z")]
    [InlineData("2024-03-12T23:59:60Z", "2024-03-13T00:00:00Z")]
    [InlineData("2024-03-12T10:05:00.1234567890123+01:00", "2024-03-12T09:05:00.1234567Z")]
    [InlineData("2024-03-12T10:05:00-05:30", "2024-03-12T15:35:00Z")]
    public void Moment_Instant_IsReadToTheTick(string literal, string expected)
    {
        var reading = _time.Moment(literal);

        reading.Problem.ShouldBe(TimeProblem.None);
        reading.Time!.Value.Earliest.ShouldBe(DateTimeOffset.Parse(expected, null));
        reading.Time!.Value.Precision.ShouldBe(TimePrecision.Instant);
    }

    [Fact]
    public void Moment_WithoutZone_IsTheSitesAndSaysSo()
    {
        var reading = _time.Moment("2024-03-12T10:05:00");

        reading.Problem.ShouldBe(TimeProblem.MissingZone);
        reading.Time!.Value.Earliest.ShouldBe(new DateTimeOffset(2024, 3, 12, 10, 5, 0, TimeSpan.FromHours(2)));
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("24")]
    [InlineData("12.03.2024")]
    [InlineData("0000")]
    [InlineData("9999-12-31")]
    [InlineData("2024-03-12T24:00:00Z")]
    [InlineData("2024-03-12T10:05:61Z")]
    [InlineData("2024-03-12T10:05:00+15:00")]
    [InlineData("2024-03-12T")]
    [InlineData("yesterday")]
    public void Moment_NoSuchDate_IsImpossible(string literal)
    {
        var reading = _time.Moment(literal);

        reading.Time.ShouldBeNull();
        reading.Problem.ShouldBe(TimeProblem.Impossible);
    }

    [Fact]
    public void Period_BothEnds_IsOneSpan()
    {
        var reading = _time.Period(Parse("""{"start":"2024-07-30","end":"2024-08-02"}"""));

        reading.Time!.Value.Precision.ShouldBe(TimePrecision.Period);
        reading.Time!.Value.LatestExclusive.ShouldBe(new DateTimeOffset(2024, 8, 3, 0, 0, 0, TimeSpan.FromHours(2)));
        reading.Time!.Value.Literal.ShouldBe("2024-07-30/2024-08-02");
    }

    [Fact]
    public void Period_EndsBeforeItStarts_IsImpossible()
    {
        var reading = _time.Period(Parse("""{"start":"2024-07-30","end":"2024-07-01"}"""));

        reading.Problem.ShouldBe(TimeProblem.Impossible);
    }

    [Fact]
    public void Choice_TimingWithEvents_SpansThem()
    {
        var reading = _time.Choice(Parse("""{"effectiveTiming":{"event":["2024-07-30","2024-07-28"]}}"""), "effective");

        reading.Time!.Value.Literal.ShouldBe("2024-07-28/2024-07-30");
    }

    [Fact]
    public void Choice_OnlyAnAbsentReason_IsAbsent()
    {
        var reading = _time.Choice(Parse("""{"_effectiveDateTime":{"extension":[{"valueCode":"unknown"}]}}"""), "effective");

        reading.Problem.ShouldBe(TimeProblem.Absent);
    }

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
