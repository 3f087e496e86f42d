namespace FhirHer2Bridge.Core.Facts;

/// <summary>Side of a paired organ.</summary>
public enum BodySide
{
    Left,
    Right,
}

public static class BodySides
{
    private static readonly string[] Left = ["left", "links", "linke", "linken", "linker", "izquierda", "izquierdo", "gauche", "sinistra", "sinistro"];
    private static readonly string[] Right = ["right", "rechts", "rechte", "rechten", "rechter", "derecha", "derecho", "droit", "droite", "destra", "destro"];

    /// <summary>The one side that the words name; null: none, or both.</summary>
    public static BodySide? Of(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var (left, right) = (false, false);
        foreach (var part in words.AsSpan().SplitAny(" ,/()-;:."))
        {
            left |= IsOneOf(Left, words.AsSpan(part));
            right |= IsOneOf(Right, words.AsSpan(part));
        }

        return left == right ? null : left ? BodySide.Left : BodySide.Right;
    }

    /// <summary>False only where both sites name a side and the sides differ.</summary>
    public static bool MayBeSame(string? a, string? b) => Of(a) is not { } one || Of(b) is not { } other || one == other;

    private static bool IsOneOf(string[] names, ReadOnlySpan<char> word)
    {
        foreach (var name in names)
        {
            if (word.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
