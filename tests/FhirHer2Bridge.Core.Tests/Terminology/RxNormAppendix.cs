using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Core.Tests.Terminology;

/// <summary>Appendix A of the domain notes, copied by hand and not from the file under test.</summary>
internal static class RxNormAppendix
{
    public const string Phesgo = "pertuzumab + trastuzumab + hyaluronidase";

    public static IReadOnlyList<AppendixRow> Rows { get; } =
    [
        new("trastuzumab", DrugClass.Trastuzumab, "224905, 377216, 806572, 806573, 1162762, 1922507, 1922508, 1922509, 1922515, 1922516"),
        new("trastuzumab", DrugClass.Trastuzumab, "101306, 540885, 806574, 806575, 1169113, 1922510, 1922511, 1922512, 1922517, 1922518"),
        new("trastuzumab", DrugClass.Trastuzumab, "2103478, 2179752, 2179753, 2179754, 2179755, 2179756, 2179757, 2179758, 2179759, 2179760, 2179761, 2179762, 2179763"),
        new("trastuzumab", DrugClass.Trastuzumab, "2107051, 2107052, 2107053, 2107054, 2107055, 2107056, 2107057, 2107058, 2169358, 2169359, 2169360, 2169361, 2169362"),
        new("trastuzumab", DrugClass.Trastuzumab, "2289225, 2289226, 2289227, 2289228, 2289229, 2289230, 2289231, 2289232, 2289233, 2289234, 2289235, 2289236, 2289237"),
        new("trastuzumab", DrugClass.Trastuzumab, "2280730, 2280731, 2280732, 2280733, 2280734, 2280735, 2280736, 2280737, 2472790, 2472791, 2472792, 2472793, 2472794"),
        new("trastuzumab", DrugClass.Trastuzumab, "2174802, 2174803, 2174804, 2174805, 2174806, 2174807, 2174808, 2174809, 2257296, 2257297, 2257298, 2257299, 2257300"),
        new("trastuzumab + hyaluronidase", DrugClass.Trastuzumab, "2119711, 2119712, 2119713, 2119714, 2119715, 2119717, 2119718, 2119719, 2375543, 2375544, 2375546"),
        new(Phesgo, DrugClass.Trastuzumab, "2382601, 2382602, 2382603, 2382604, 2382605, 2382606, 2382607, 2382608, 2382609, 2383305, 2383306, 2383307"),
        new(Phesgo, DrugClass.Trastuzumab, "2382599, 2382600, 2382614"),
        new("trastuzumab emtansine", DrugClass.TrastuzumabAdc, "1371041, 1371046, 1371049, 1658082, 1658084, 1658085, 1658086, 1658087, 1658088, 1658089, 1658090, 1658091"),
        new("trastuzumab deruxtecan", DrugClass.TrastuzumabAdc, "2267574, 2267575, 2267576, 2267577, 2267578, 2267579, 2267580, 2267581, 2267582"),
        new("pertuzumab", DrugClass.OtherHer2, "1298944, 1298945, 1298946, 1298948, 1298949, 1298950, 1298952, 1298953, 1657572, 1657574"),
        new(Phesgo, DrugClass.Trastuzumab, "2382597, 2382598, 2382613"),
        new("tucatinib", DrugClass.OtherHer2, "2361285, 2361286, 2361287, 2361288, 2361289, 2361290, 2361291, 2361292, 2361293, 2361294, 2361295, 2361296, 2361297, 2361298, 2361299, 2361300"),
        new("lapatinib", DrugClass.OtherHer2, "480167, 481474, 659616, 672147, 672148, 672149, 672150, 672151, 672152, 1162549, 1162550, 1186914, 1186915"),
        new("neratinib", DrugClass.OtherHer2, "1940642, 1940643, 1940644, 1940645, 1940646, 1940647, 1940648, 1940649, 1940650, 1940651, 1940652, 1940653, 1940654"),
    ];
}

internal sealed record AppendixRow(string Name, DrugClass Class, string List)
{
    public IEnumerable<string> Codes => List.Split(", ");
}
