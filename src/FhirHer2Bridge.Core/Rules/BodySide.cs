using System.Text.RegularExpressions;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>Left or right, as words of a body site say it (English, German, Spanish, French).</summary>
internal static partial class BodySide
{
    /// <summary>False only where both sites name a side and the sides differ.</summary>
    public static bool MayBeSame(string? a, string? b) => Of(a) is not { } one || Of(b) is not { } other || one == other;

    /// <summary>True: left; false: right; null: not said, or both.</summary>
    private static bool? Of(string? site)
    {
        var (left, right) = site is null ? (false, false) : (Left().IsMatch(site), Right().IsMatch(site));
        return left == right ? null : left;
    }

    [GeneratedRegex(@"\b(left|link\w*|izquierd\w*|gauche)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Left();

    [GeneratedRegex(@"\b(right|recht\w*|derech\w*|droite?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Right();
}
