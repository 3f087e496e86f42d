using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.History;

/// <summary>Requests whose product is known and HER2-directed; one whose product is not known says nothing.</summary>
internal static class OrderReader
{
    public static List<OrderFact> Read(FactIndex index) =>
    [
        .. index.Used<OrderFact>()
            .Select(order => order with { Drug = order.Drug ?? (order.Product is { } product ? index.Product(product)?.Drug : null) })
            .Where(static order => order.Drug is not null),
    ];
}
