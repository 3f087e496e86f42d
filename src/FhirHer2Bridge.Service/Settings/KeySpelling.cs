namespace FhirHer2Bridge.Service.Settings;

/// <summary>Which key was meant by a misspelt one.</summary>
internal static class KeySpelling
{
    /// <summary>Most letters that a misspelt key may differ in.</summary>
    public const int Reach = 2;

    /// <summary>The path whose last key differs least, by no more than <see cref="Reach"/> letters; null: none.</summary>
    public static string? Nearest(string key, IEnumerable<string> paths) => paths
        .Select(path => (Path: path, Name: path[(path.LastIndexOf(':') + 1)..]))
        .Select(known => (known.Path, known.Name, Distance: Distance(key, known.Name)))
        .Where(static known => known.Distance <= Reach && known.Distance < known.Name.Length)
        .OrderBy(static known => known.Distance)
        .Select(static known => known.Path)
        .FirstOrDefault();

    /// <summary>Letters to insert, remove or replace (Levenshtein), whatever their case.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
