using FhirHer2Bridge.Core.Primitives;
using static FhirHer2Bridge.Core.Primitives.TimeOrder;

namespace FhirHer2Bridge.Core.Tests.Primitives;

/// <summary>Order of spans of time: a touching end is no overlap, an overlap is no order.</summary>
public sealed class ClinicalTimeBoundaryTests
{
    [Theory]
    [Trait("Row", "4e/partial-dates")]
    [InlineData(0, 1, 1, 2, Before)]
    [InlineData(0, 1, 2, 3, Before)]
    [InlineData(1, 2, 0, 1, After)]
    [InlineData(2, 3, 0, 1, After)]
    [InlineData(0, 2, 1, 3, Indeterminate)]
    [InlineData(1, 3, 0, 2, Indeterminate)]
    [InlineData(0, 1, 0, 1, Indeterminate)]
    [InlineData(0, 3, 1, 2, Indeterminate)]
    public void OrderAgainst_Spans_HaveAnOrderOnlyWhereTheyDoNotOverlap(int from, int to, int otherFrom, int otherTo, TimeOrder expected)
    {
        var (one, other) = (Span(from, to), Span(otherFrom, otherTo));

        one.OrderAgainst(other).ShouldBe(expected);
        one.Overlaps(other).ShouldBe(expected == Indeterminate);
        other.Overlaps(one).ShouldBe(expected == Indeterminate);
    }

    [Fact]
    public void OrderAgainst_OneInstantTwice_IsTheSameAndOneDayTwiceIsNot()
    {
        Span(0, 1, TimePrecision.Instant).OrderAgainst(Span(0, 1, TimePrecision.Instant)).ShouldBe(Same);
        Span(0, 1).OrderAgainst(Span(0, 1)).ShouldBe(Indeterminate, "two results of one day may have come in either order");
        Span(0, 1, TimePrecision.Instant).OrderAgainst(Span(0, 2, TimePrecision.Instant)).ShouldBe(Indeterminate);
        Span(0, 2, TimePrecision.Instant).OrderAgainst(Span(1, 2, TimePrecision.Instant)).ShouldBe(Indeterminate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void New_SpanThatEndsWhereItStartsOrBefore_IsRefused(int ticks)
    {
        var start = PatientBuilder.Instant(0);

        Should.Throw<ArgumentException>(() => new ClinicalTime(start, start.AddTicks(ticks), TimePrecision.Day, "2021-01-04"))
            .ParamName.ShouldBe("latestExclusive");
        new ClinicalTime(start, start.AddTicks(1), TimePrecision.Day, "2021-01-04").Earliest.ShouldBe(start);
    }

    private static ClinicalTime Span(int from, int to, TimePrecision precision = TimePrecision.Day) =>
        new(PatientBuilder.Instant(from), PatientBuilder.Instant(to), precision, "span");
}
