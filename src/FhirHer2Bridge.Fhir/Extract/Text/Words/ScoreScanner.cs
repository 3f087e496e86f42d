namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>
/// A stain score as laboratories write it: "3+", "3 +", "3(+)", "+++", "(+++)", "++/+++" (two of three), "2+/3+" (likewise),
/// "0-1+" (a range). A single plus is none: it may mean positive.
/// </summary>
internal static class ScoreScanner
{
    private const int Highest = 3;

    public static ScoreMatch Read(string text, List<Token> tokens, int at, int to)
    {
        var first = One(text, tokens, at, to);
        if (first.Length == 0 && Pluses(text, tokens, at, to) == 1 && at + 2 < to && text[tokens[at + 1].Start] == '/' && One(text, tokens, at + 2, to) is { Length: > 0, Low: Highest } three)
        {
            // "+/+++": one of three.
            return new ScoreMatch(1, 1, 2 + three.Length);
        }

        if (first.Length == 0)
        {
            return Range(text, tokens, at, to);
        }

        var next = at + first.Length;
        if (next + 1 >= to)
        {
            return first;
        }

        var second = One(text, tokens, next + 1, to);
        var isBare = second.Length == 0 && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 1].IsGlued && text[tokens[next + 1].Start] == '3';
        var sign = text[tokens[next].Start];
        if (tokens[next].Kind == TokenKind.Word)
        {
            // "2+ of 3+": two of three.
            return second is { Length: > 0, Low: Highest } && text.AsSpan(tokens[next].Start, tokens[next].End - tokens[next].Start) is "of" or "de" or "von" or "sur" or "su" or "di" ? first with { Length = first.Length + 1 + second.Length } : first;
        }

        return sign switch
        {
            '/' when second is { Length: > 0, Low: Highest } => first with { Length = first.Length + 1 + second.Length },
            '/' when isBare => first with { Length = first.Length + 2 },
            '-' when second.Length > 0 && second.Low > first.Low => new ScoreMatch(first.Low, second.Low, first.Length + 1 + second.Length),
            _ => first,
        };
    }

    /// <summary>"0-1+", "2-3+": the plus stands behind the second number only.</summary>
    private static ScoreMatch Range(string text, List<Token> tokens, int at, int to)
    {
        if (Digit(text, tokens, at) is not { } low || at + 2 >= to)
        {
            return default;
        }

        if (text.AsSpan(tokens[at + 1].Start, tokens[at + 1].End - tokens[at + 1].Start) is "to" or "bis" or "a" && One(text, tokens, at + 2, to) is { Length: > 0, Low: Highest } scale)
        {
            return new ScoreMatch(low, Highest, 2 + scale.Length);
        }

        if (text[tokens[at + 1].Start] is not ('-' or '/'))
        {
            return default;
        }

        var high = One(text, tokens, at + 2, to);
        if (text[tokens[at + 1].Start] == '/')
        {
            return high is { Length: > 0, Low: Highest } && tokens[at + 1].IsGlued ? new ScoreMatch(low, low, 2 + high.Length) : default;
        }

        return high.Length > 0 && high.Low > low ? new ScoreMatch(low, high.Low, 2 + high.Length) : default;
    }

    private static ScoreMatch One(string text, List<Token> tokens, int at, int to)
    {
        if (at >= to)
        {
            return default;
        }

        if (Digit(text, tokens, at) is { } digit)
        {
            var plus = Pluses(text, tokens, at + 1, to);
            if (plus == 1)
            {
                return new ScoreMatch(digit, digit, 2);
            }

            var isBracketed = at + 3 < to && text[tokens[at + 1].Start] == '(' && text[tokens[at + 2].Start] == '+' && text[tokens[at + 3].Start] == ')';
            return isBracketed ? new ScoreMatch(digit, digit, 4) : default;
        }

        var pluses = Pluses(text, tokens, at, to);
        return pluses is 2 or Highest ? new ScoreMatch(pluses, pluses, pluses) : default;
    }

    /// <summary>The small letter L is the figure one to a page reader.</summary>
    private static int? Digit(string text, List<Token> tokens, int at) =>
        text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is "l" ? 1 : tokens[at] is { Kind: TokenKind.Number } token && token.End - token.Start == 1 && text[token.Start] is >= '0' and <= '3'
            ? text[token.Start] - '0'
            : null;

    private static int Pluses(string text, List<Token> tokens, int at, int to)
    {
        var count = 0;
        while (at + count < to && text[tokens[at + count].Start] == '+' && tokens[at + count].Before <= TokenSpace.Blank)
        {
            count++;
        }

        return count;
    }
}

/// <param name="Low">The score, or the least step of a range.</param>
/// <param name="High">The highest step.</param>
/// <param name="Length">In tokens; 0: there is no score.</param>
internal readonly record struct ScoreMatch(int Low, int High, int Length);
