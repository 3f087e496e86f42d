using System.Text;
using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>
/// A text in one spelling (lower case, plain letters, one dash, one plus), and where each character stood, so that what was
/// read can be shown as it was written.
/// </summary>
internal sealed class NormalText
{
    private readonly int[] _origin;

    private NormalText(string written, string value, int[] origin)
    {
        Written = written;
        Value = value;
        _origin = origin;
    }

    public string Written { get; }

    public string Value { get; }

    /// <summary>The place in the written text of the character at <paramref name="at"/>.</summary>
    public int Origin(int at) => at < _origin.Length ? _origin[at] : Written.Length;

    public bool IsUpper(int at) => char.IsUpper(TextFold.Width(Written[_origin[at]]));

    /// <summary>The words from one character of <see cref="Value"/> up to another, as written.</summary>
    public string Quote(int start, int end) => end <= start ? string.Empty : Written[Origin(start)..(Origin(end - 1) + 1)];

    public static NormalText Of(string text)
    {
        var value = new StringBuilder(text.Length);
        var origin = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (TextFold.IsSilent(c) || c is '$' or '^' or '{' or '}' or '\\')
            {
                // Formula marks that page readers leave around a raised plus ("$^{(++)}$") say nothing either.
                continue;
            }

            if (Leader(text, at) is { } end)
            {
                // A line to be filled in is a box that was not ticked, for all that can be seen.
                value.Append(' ').Append(text[at] == '_' ? '☐' : ' ').Append(' ');
                origin.AddRange([at, at, at]);
                at = end - 1;
                continue;
            }

            if (c == '-' && BrokenWord(text, at) is { } rest)
            {
                at = rest - 1;
                continue;
            }

            if (Ligature(c) is { } letters)
            {
                foreach (var letter in letters)
                {
                    value.Append(letter);
                    origin.Add(at);
                }
            }
            else
            {
                value.Append(Sign(value, text, at) ?? One(c));
                origin.Add(at);
            }
        }

        return new NormalText(text, value.ToString(), [.. origin]);
    }

    /// <summary>"ampli-" at the end of a line and "fied" on the next: where the word goes on.</summary>
    private static int? BrokenWord(string text, int dash)
    {
        if (dash == 0 || !char.IsLower(text[dash - 1]))
        {
            return null;
        }

        var at = dash + 1;
        while (at < text.Length && text[at] is ' ' or '\r')
        {
            at++;
        }

        if (at >= text.Length || text[at] != '\n')
        {
            return null;
        }

        while (at < text.Length && text[at] is ' ' or '\r' or '\n')
        {
            at++;
        }

        return at < text.Length && char.IsLower(text[at]) ? at : null;
    }

    /// <summary>Dots or lines that lead the eye over a table: a column.</summary>
    private static int? Leader(string text, int at)
    {
        const int shortest = 3;
        var end = at;
        var count = 0;
        while (end < text.Length && text[end] == text[at] && text[at] is '.' or '_' or '-' or '=' or '·' or '*' or '~')
        {
            count++;
            end += end + 2 < text.Length && text[at] == '.' && text[end + 1] == ' ' && text[end + 2] == '.' ? 2 : 1;
        }

        return count >= shortest ? end : null;
    }

    /// <summary>Signs that page readers take for the characters ten ("3十") and one ("(一)").</summary>
    private static char? Sign(StringBuilder value, string text, int at) => text[at] switch
    {
        '\u5341' when value.Length > 0 && value[^1] is >= '0' and <= '3' => '+',
        '\u4e00' when value.Length > 0 && value[^1] == '(' && at + 1 < text.Length && text[at + 1] is ')' or '\uff09' => '-',
        _ => null,
    };

    private static string? Ligature(char c) => c switch
    {
        '\ufb00' => "ff",
        '\ufb01' => "fi",
        '\ufb02' => "fl",
        '\ufb03' => "ffi",
        '\ufb04' => "ffl",
        '\u00df' => "ss",
        '\u00e6' or '\u00c6' => "ae",
        '\u0153' or '\u0152' => "oe",
        '\u2161' => "ii",
        _ => null,
    };

    private static char One(char c) => c switch
    {
        '\u2212' or '\ufe63' or '\u207b' or (>= '\u2010' and <= '\u2015') => '-',
        '\ufe62' or '\u207a' or '\u2795' => '+',
        '\u2a7e' or '\u2267' => '≥',
        '\u2a7d' or '\u2266' => '≤',
        '\u3002' => '.',
        '\u3010' or '\u3014' or '\u300c' => '(',
        '\u3011' or '\u3015' or '\u300d' => ')',
        '\r' => ' ',
        '\u0085' or '\u2028' or '\u2029' or '\f' or '\v' => '\n',
        '\n' or '\t' => c,
        _ when char.IsWhiteSpace(c) => ' ',
        _ => TextFold.Lower(c),
    };
}
