using System.Globalization;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>Tokens to pieces: the longest phrase of the lexicon, else a stain score, else the number, sign or word it is.</summary>
internal sealed class PieceScanner(NormalText text, List<Token> tokens)
{
    private readonly string _value = text.Value;

    /// <summary>The pieces of the tokens from one up to another, into a list that is used again.</summary>
    public void Scan(int from, int to, List<Piece> pieces)
    {
        pieces.Clear();
        for (var at = from; at < to;)
        {
            at += Next(at, to, pieces);
        }
    }

    private int Next(int at, int to, List<Piece> pieces)
    {
        var token = tokens[at];
        if (Box(at, to) is { } box)
        {
            pieces.Add(new Piece(box.Cue, token.Start, tokens[at + box.Length - 1].End, token.Before));
            return box.Length;
        }

        // A letter L that a page reader made of a one is no article.
        var match = token.End - token.Start == 1 && ScoreScanner.Read(_value, tokens, at, to).Length > 0 ? default : CueLexicon.Instance.Match(_value, tokens, at);
        var length = Math.Min(match.Length, to - at);
        if (IsHyphen(at, to, pieces))
        {
            return 1;
        }

        if (length == match.Length && length > 0 && !(match.Cue == Cue.Her2 && IsPronoun(at, length)) && !(match.Cue == Cue.Condition && IsEnding(at)))
        {
            pieces.Add(new Piece(match.Cue, token.Start, tokens[at + length - 1].End, token.Before) { IsStain = IsStain(token) });
            return length;
        }

        if (ScoreScanner.Read(_value, tokens, at, to) is { Length: > 0 } score)
        {
            pieces.Add(new Piece(Cue.Score, token.Start, tokens[at + score.Length - 1].End, token.Before, score.Low, score.High));
            return score.Length;
        }

        return token.Kind switch
        {
            TokenKind.Number when IsBand(at, to) => Band(at, pieces),
            TokenKind.Number => Number(at, pieces),
            TokenKind.Sign => Sign(at, to, pieces),
            _ => Word(at, to, pieces),
        };
    }

    /// <summary>A place on a chromosome ("17q12"): its numbers count nothing.</summary>
    private bool IsBand(int at, int to) =>
        at + 2 < to && tokens[at + 1].IsGlued && tokens[at + 2] is { IsGlued: true, Kind: TokenKind.Number }
        && _value.AsSpan(tokens[at + 1].Start, tokens[at + 1].End - tokens[at + 1].Start) is "p" or "q";

    private int Band(int at, List<Piece> pieces)
    {
        pieces.Add(new Piece(Cue.Unknown, tokens[at].Start, tokens[at + 2].End, tokens[at].Before));
        return 3;
    }

    /// <summary>"immunoreactive": a word that says how it was found.</summary>
    private bool IsStain(Token token)
    {
        var word = _value.AsSpan(token.Start, token.End - token.Start);
        return word.StartsWith("immun", StringComparison.Ordinal) || word.StartsWith("inmun", StringComparison.Ordinal) || word.StartsWith("imun", StringComparison.Ordinal);
    }

    /// <summary>"HER2-positive", "HER2-Score": the hyphen ties two words and is no minus.</summary>
    private bool IsHyphen(int at, int to, List<Piece> pieces) =>
        at + 1 < to && tokens[at].IsGlued && _value[tokens[at].Start] == '-' && tokens[at + 1] is { IsGlued: true, Kind: TokenKind.Word } && pieces.Count > 0 && pieces[^1].Cue is Cue.Her2;

    /// <summary>"apresenta-se o caso": the end of a verb, and no "if".</summary>
    private bool IsEnding(int at) => at > 0 && tokens[at].IsGlued && _value[tokens[at - 1].Start] == '-';

    private int Number(int at, List<Piece> pieces)
    {
        var token = tokens[at];
        var digits = DateScanner.YearOf(_value.AsSpan(token.Start, token.End - token.Start)) ?? _value[token.Start..token.End].Replace(',', '.');
        var isNumber = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        pieces.Add(new Piece(isNumber ? Cue.Number : Cue.Unknown, token.Start, token.End, token.Before, number));
        return 1;
    }

    private int Sign(int at, int to, List<Piece> pieces)
    {
        var token = tokens[at];
        var sign = _value[token.Start];
        var isPair = sign is '<' or '>' && at + 1 < to && _value[tokens[at + 1].Start] == '=';
        var end = isPair ? tokens[at + 1].End : token.End;
        pieces.Add(new Piece(CueOf(sign), token.Start, end, token.Before));
        return isPair ? 2 : 1;
    }

    /// <summary>The box of a form: "[ ]", "(X)", "☐", "☒".</summary>
    private (Cue Cue, int Length)? Box(int at, int to)
    {
        char Sign(int index) => index < to && tokens[index].End - tokens[index].Start == 1 ? _value[tokens[index].Start] : '\0';
        return (Sign(at), Sign(at + 1), Sign(at + 2)) switch
        {
            ('☐' or '□', _, _) => (Cue.Unticked, 1),
            ('☒' or '☑' or '■', _, _) => (Cue.Ticked, 1),
            ('[', ']', _) or ('(', ')', _) => (Cue.Unticked, 2),
            ('[', '_', ']') => (Cue.Unticked, 3),
            ('[' or '(', 'x' or '✓' or '✔', ']' or ')') => (Cue.Ticked, 3),
            _ => null,
        };
    }

    private static Cue CueOf(char sign) => sign switch
    {
        '+' => Cue.Plus,
        '-' => Cue.Minus,
        ',' or '、' => Cue.Comma,
        ':' => Cue.Colon,
        ';' => Cue.Semicolon,
        '(' or '[' => Cue.Open,
        ')' or ']' => Cue.Close,
        '/' => Cue.Slash,
        '|' or '¦' => Cue.Bar,
        '=' => Cue.Equals,
        '%' => Cue.Percent,
        '<' or '>' or '≥' or '≤' or '~' => Cue.Compare,
        '?' => Cue.Question,
        '.' => Cue.Stop,
        _ => Cue.Filler,
    };

    /// <summary>A short name tied to a number is a marker the lexicon need not know ("CK20", "TTF-1", "p63").</summary>
    private int Word(int at, int to, List<Piece> pieces)
    {
        const int longestName = 6;
        var token = tokens[at];
        if (pieces.Count > 0 && pieces[^1].NamesHer2 && ProteinChangeScanner.Length(_value, tokens, at, to) is > 0 and var change)
        {
            pieces.Add(new Piece(Cue.Mutation, token.Start, tokens[at + change - 1].End, token.Before));
            return change;
        }

        var next = at + 1;
        if (next < to && tokens[next].IsGlued && _value[tokens[next].Start] == '-')
        {
            next++;
        }

        // The label of a block or slide is none ("block B3").
        var isMarker = next < to && !(pieces.Count > 0 && pieces[^1].Cue == Cue.Specimen) && !(at > 0 && token.IsGlued && tokens[at - 1].Kind == TokenKind.Number) && tokens[next] is { Kind: TokenKind.Number, IsGlued: true }
            && token.End - token.Start <= longestName && !TextFold.IsEastAsian(_value[token.Start]) && (token.IsUpper || next == at + 1);
        pieces.Add(new Piece(isMarker ? Cue.Marker : Cue.Unknown, token.Start, isMarker ? tokens[next].End : token.End, token.Before));
        return isMarker ? next + 1 - at : 1;
    }

    /// <summary>"Her 2+ oedema": a grade of something else.</summary>
    private bool IsGrade(int at, int next) =>
        !tokens[at].IsUpper && !tokens[at + 1].IsGlued && next + 1 < tokens.Count && _value[tokens[next].Start] == '+'
        && tokens[next + 1] is { Kind: TokenKind.Word, Before: TokenSpace.Blank } && CueLexicon.Instance.Match(_value, tokens, next + 1).Length == 0;

    /// <summary>"Her 2 positive lymph nodes": two of hers.</summary>
    private bool IsCountOf(int at, int next) =>
        !tokens[at].IsUpper && next - at == 2 && !tokens[at + 1].IsGlued && next + 1 < tokens.Count
        && CueLexicon.Instance.Match(_value, tokens, next) is { Length: 1, Cue: Cue.Positive or Cue.Negative }
        && CueLexicon.Instance.Match(_value, tokens, next + 1).Cue is Cue.Specimen or Cue.Marker;

    /// <summary>"her 2-month follow-up": the English word and a count. Terms decides, as it does for the scope of a patient.</summary>
    private bool IsPronoun(int at, int length)
    {
        var start = text.Origin(tokens[at].Start);
        var last = tokens[at + length - 1];
        const int tail = 24;
        var end = Math.Min(text.Written.Length, text.Origin(last.End) + tail);
        return tokens[at].Kind == TokenKind.Word && _value.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start) is "her"
            && (!Terms.Embedded.MentionsHer2(text.Written[start..end]) || IsGrade(at, at + length) || IsCountOf(at, at + length));
    }
}
