namespace FhirHer2Bridge.Service.Output;

/// <summary>
/// Staggers labels that extend to the right of their marks. Filled from right to left: a label drops below every
/// right-hand neighbour it reaches, so that no leader line ever crosses a label.
/// </summary>
internal static class LabelRows
{
    private const double Gap = 12;

    /// <summary>The row of each label, 0 nearest to the marks; in the order given.</summary>
    public static int[] Assign(IReadOnlyList<(double X, double Width)> labels)
    {
        var rows = new int[labels.Count];
        var done = new List<int>();
        foreach (var index in Enumerable.Range(0, labels.Count).OrderByDescending(index => labels[index].X).ThenByDescending(static index => index))
        {
            var end = labels[index].X + labels[index].Width + Gap;
            rows[index] = done.Where(other => labels[other].X < end).Select(other => rows[other] + 1).DefaultIfEmpty().Max();
            done.Add(index);
        }

        return rows;
    }

    /// <summary>Width of a line of text: a sans-serif letter is a little over half as wide as it is high.</summary>
    public static double WidthOf(string text, double size) => text.Length * size * 0.58;
}
