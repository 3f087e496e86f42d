using FhirHer2Bridge.Core.Terminology;

namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>Cuts a normal text into tokens, in one pass.</summary>
internal static class Tokeniser
{
    public static List<Token> Cut(NormalText text)
    {
        var value = text.Value;
        var tokens = new List<Token>(value.Length / 5);
        for (var at = 0; at < value.Length;)
        {
            var space = Skip(value, ref at);
            if (at == value.Length)
            {
                break;
            }

            var start = at;
            var kind = Take(value, ref at);
            tokens.Add(new Token(start, at, kind, space, kind == TokenKind.Word && IsUpper(text, start, at)));
        }

        return tokens;
    }

    private static TokenSpace Skip(string value, ref int at)
    {
        var start = at;
        var lines = 0;
        var tab = false;
        for (; at < value.Length && value[at] is ' ' or '\n' or '\t'; at++)
        {
            lines += value[at] == '\n' ? 1 : 0;
            tab |= value[at] == '\t';
        }

        return lines switch
        {
            > 1 => TokenSpace.Paragraph,
            1 => TokenSpace.Line,
            _ when at - start >= 3 || tab => TokenSpace.Column,
            _ => at == start ? TokenSpace.None : TokenSpace.Blank,
        };
    }

    private static TokenKind Take(string value, ref int at)
    {
        var first = value[at++];
        if (char.IsAsciiDigit(first))
        {
            while (at < value.Length && (char.IsAsciiDigit(value[at]) || IsDecimalMark(value, at)))
            {
                at++;
            }

            return TokenKind.Number;
        }

        if (!char.IsLetter(first))
        {
            return TokenKind.Sign;
        }

        while (!TextFold.IsEastAsian(first) && at < value.Length && char.IsLetter(value[at]) && !TextFold.IsEastAsian(value[at]))
        {
            at++;
        }

        return TokenKind.Word;
    }

    /// <summary>"2.2" and "1,2", not "0, 1" and not the end of a sentence.</summary>
    private static bool IsDecimalMark(string value, int at) =>
        value[at] is '.' or ',' && at + 1 < value.Length && char.IsAsciiDigit(value[at + 1]);

    private static bool IsUpper(NormalText text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (!text.IsUpper(at))
            {
                return false;
            }
        }

        return true;
    }
}
