using System.Text.Json;

namespace FhirHer2Bridge.Fhir.R4;

/// <summary>Reads Quantity, Ratio and Range as written numbers; null where no usable number is there.</summary>
internal static class QuantityReader
{
    // Far outside any count or ratio of a tumour, far inside what decimal arithmetic can hold.
    private const decimal Largest = 1_000_000_000m;
    private const decimal Smallest = 0.000_000_001m;

    public static QuantityView? Quantity(JsonElement quantity)
    {
        if (quantity.Number("value") is not { } value || value is < 0 or > Largest)
        {
            return null;
        }

        var comparator = quantity.Text("comparator");
        return comparator is null or "<" or "<=" or ">=" or ">"
            ? new QuantityView(value, comparator, quantity.Text("code") ?? quantity.Text("unit"))
            : null;
    }

    /// <summary>Numerator over denominator: both above zero, in one unit, the denominator exact.</summary>
    public static QuantityView? Ratio(JsonElement ratio)
    {
        if (Quantity(ratio.Member("numerator")) is not { } numerator
            || Quantity(ratio.Member("denominator")) is not { Comparator: null } denominator
            || numerator.Value < Smallest || denominator.Value < Smallest
            || !string.Equals(numerator.Unit, denominator.Unit, StringComparison.Ordinal))
        {
            return null;
        }

        return new QuantityView(numerator.Value / denominator.Value, numerator.Comparator, null);
    }

    /// <summary>The lower end as "at least", or the upper end as "at most": less than was said, never more.</summary>
    public static QuantityView? Range(JsonElement range)
    {
        var low = Quantity(range.Member("low"));
        var high = Quantity(range.Member("high"));
        return (low, high) switch
        {
            ({ } one, { } other) when one.Value > other.Value => null,
            ({ } one, { } other) when one.Value == other.Value => one with { Comparator = null },
            ({ } one, _) => one with { Comparator = ">=" },
            (null, { } other) => other with { Comparator = "<=" },
            _ => null,
        };
    }
}

/// <summary>A written number with its comparator and its unit (code before words); never rounded.</summary>
internal sealed record QuantityView(decimal Value, string? Comparator, string? Unit);
