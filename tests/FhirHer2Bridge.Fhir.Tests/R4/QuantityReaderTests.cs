using System.Text.Json;
using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Tests.R4;

public sealed class QuantityReaderTests
{
    [Fact]
    public void Quantity_WrittenDigits_AreKept()
    {
        var quantity = QuantityReader.Quantity(JsonElement.Parse("""{"value":2.10,"comparator":"<","code":"1"}"""));

        quantity!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe("2.10");
        quantity.Comparator.ShouldBe("<");
    }

    [Theory]
    [InlineData("""{"numerator":{"value":2.1},"denominator":{"value":0}}""")]
    [InlineData("""{"numerator":{"value":0},"denominator":{"value":2}}""")]
    [InlineData("""{"numerator":{"value":2.1}}""")]
    [InlineData("""{"numerator":{"value":2.1},"denominator":{"value":1.9,"comparator":"<"}}""")]
    [InlineData("""{"numerator":{"value":2.1,"unit":"a"},"denominator":{"value":1.9,"unit":"b"}}""")]
    [InlineData("""{"numerator":{"value":1e300},"denominator":{"value":1e-300}}""")]
    public void Ratio_PartThatCannotDivide_IsNoNumber(string json) =>
        QuantityReader.Ratio(JsonElement.Parse(json)).ShouldBeNull();

    [Fact]
    public void Ratio_TwoNumbers_IsDivided() =>
        QuantityReader.Ratio(JsonElement.Parse("""{"numerator":{"value":4.2},"denominator":{"value":2}}"""))!.Value.ShouldBe(2.1m);

    [Theory]
    [InlineData("""{"low":{"value":4}}""", 4, ">=")]
    [InlineData("""{"high":{"value":4}}""", 4, "<=")]
    [InlineData("""{"low":{"value":4},"high":{"value":6}}""", 4, ">=")]
    [InlineData("""{"low":{"value":4},"high":{"value":4}}""", 4, null)]
    public void Range_Ends_AreBounds(string json, int value, string? comparator) =>
        QuantityReader.Range(JsonElement.Parse(json)).ShouldBe(new QuantityView(value, comparator, null));

    [Theory]
    [InlineData("""{"value":"2.1"}""")]
    [InlineData("""{"value":-1}""")]
    [InlineData("""{"value":1e20}""")]
    [InlineData("""{"value":2.1,"comparator":"~"}""")]
    [InlineData("{}")]
    [InlineData("3")]
    public void Quantity_Unusable_IsNoNumber(string json) => QuantityReader.Quantity(JsonElement.Parse(json)).ShouldBeNull();
}
