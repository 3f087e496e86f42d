namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap neighbours.</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>Words longer than 64 characters are never near.</summary>
    public static bool AtMost(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > Longest || b.Length > Longest || Math.Abs(a.Length - b.Length) > limit)
        {
            return false;
        }

        Span<int> older = stackalloc int[Longest + 1];
        Span<int> old = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            old[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], old[j]) + 1, old[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
                }
            }

            var spare = older;
            older = old;
            old = row;
            row = spare;
        }

        return old[b.Length] <= limit;
    }
}
