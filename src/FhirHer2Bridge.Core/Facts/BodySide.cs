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

        var parts = words.Split([' ', ',', '/', '(', ')', '-', ';', ':', '.'], StringSplitOptions.RemoveEmptyEntries);
        var left = parts.Any(static part => Left.Contains(part, StringComparer.OrdinalIgnoreCase));
        var right = parts.Any(static part => Right.Contains(part, StringComparer.OrdinalIgnoreCase));
        return left == right ? null : left ? BodySide.Left : BodySide.Right;
    }
}
