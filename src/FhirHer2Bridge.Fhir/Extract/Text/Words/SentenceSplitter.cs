using FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

namespace FhirHer2Bridge.Fhir.Extract.Text.Words;

/// <summary>
/// Cuts the tokens into sentences: at a full stop that is none of a number or abbreviation, at an empty line, at a line that
/// begins anew. A line broken in the middle of a sentence is joined to the next.
/// </summary>
internal sealed class SentenceSplitter(NormalText text, List<Token> tokens)
{
    /// <summary>A longer one is cut: what stands so far apart does not belong together, and the work stays bounded.</summary>
    private const int Longest = 400;

    /// <summary>A line this long was broken by the width of the page, not by its writer.</summary>
    private const int FullLine = 60;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "approx", "ca", "cf", "dr", "dra", "prof", "e", "g", "i", "etc", "fig", "incl", "no", "nr", "vs", "resp", "sr", "sra", "bzw", "z", "b", "inkl", "max", "min", "st", "aprox", "dx", "hx", "pat", "v", "ex", "entspr", "vgl", "sog", "bek", "li", "re", "prot", "ref", "ud", "dcha", "izda", "izq", "der",
    };

    private readonly string _value = text.Value;
    private int _lineStart;
    private int _lineBefore;

    public IEnumerable<Sentence> Split()
    {
        var start = 0;
        for (var at = 1; at <= tokens.Count; at++)
        {
            EnterLine(at);
            if (at == tokens.Count || at - start >= Longest || IsBoundary(at))
            {
                yield return new Sentence(start, at, start == 0 ? TokenSpace.Paragraph : tokens[start].Before);
                start = at;
            }
        }
    }

    private void EnterLine(int at)
    {
        if (at < tokens.Count && tokens[at].Before >= TokenSpace.Line)
        {
            (_lineBefore, _lineStart) = (_lineStart, at);
        }
    }

    /// <summary>Does a sentence begin at this token?</summary>
    private bool IsBoundary(int at)
    {
        var token = tokens[at];
        var before = tokens[at - 1];
        var isLine = token.Before >= TokenSpace.Line;
        return Sign(before) switch
        {
            '.' or '?' or '!' when token.Before == TokenSpace.None && !IsEastAsianStop(before) => false,
            '.' => isLine || !(IsAbbreviation(at - 1) || char.IsLower(text.Written[text.Origin(token.Start)])),
            '?' or '!' => true,
            '»' => !Closes(at - 1),
            _ when Sign(token) is '•' || (Sign(token) is '»' && !Closes(at)) => true,
            _ when token.Before == TokenSpace.Paragraph => Sign(before) is not (':' or ','),
            _ => isLine && StartsAnew(at),
        };
    }

    /// <summary>The mark ends a quotation; else it opens a point of a list.</summary>
    private bool Closes(int mark)
    {
        const int reach = 40;
        for (var at = mark - 1; at >= Math.Max(0, mark - reach) && Sign(tokens[at]) != '»'; at--)
        {
            if (Sign(tokens[at]) == '«')
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsAnew(int at)
    {
        var token = tokens[at];
        if (IsPoint(at) || Columns(_lineBefore, at) >= 2)
        {
            return true;
        }

        if (Sign(tokens[at - 1]) is ',' or ':' or '(' or '/' or '-' or '=' || EndsOpen(at - 1))
        {
            return false;
        }

        if (IsBox(at) || IsOpenHeading(at))
        {
            return false;
        }

        if (Sign(token) is '(' && at + 1 < tokens.Count && ScoreScanner.Read(_value, tokens, at + 1, tokens.Count).Length > 0)
        {
            return false;
        }

        var isLower = token.Kind == TokenKind.Word && char.IsLower(text.Written[text.Origin(token.Start)]);
        var isFull = tokens[at - 1].End - tokens[_lineBefore].Start >= FullLine;
        return !isLower && !(isFull && token.Kind != TokenKind.Sign && tokens[at - 1].Kind != TokenKind.Sign);
    }

    /// <summary>"2)", "b.", "3.1": a point of a list.</summary>
    private bool IsPoint(int at) =>
        at + 2 < tokens.Count && tokens[at].End - tokens[at].Start <= 2 && tokens[at].Kind != TokenKind.Sign && tokens[at + 1].IsGlued
        && Sign(tokens[at + 1]) is ')' or '.' && tokens[at + 2].Before == TokenSpace.Blank;

    /// <summary>The next answer of a form belongs to the question above.</summary>
    private bool IsBox(int at) =>
        Sign(tokens[at]) is '☐' or '☒' or '□' or '■' or '☑'
        || (Sign(tokens[at]) is '[' or '(' && at + 1 < tokens.Count && Sign(tokens[at + 1]) is ']' or ')')
        || (Sign(tokens[at]) is '[' or '(' && at + 2 < tokens.Count && _value[tokens[at + 1].Start] == 'x' && Sign(tokens[at + 2]) is ']' or ')');

    /// <summary>A short line that names HER2 and says nothing of it: its answer stands on the next.</summary>
    private bool IsOpenHeading(int at)
    {
        const int longest = 12;
        if (at - _lineBefore > longest)
        {
            return false;
        }

        if (Columns(_lineBefore, at) > 0 && CueLexicon.Instance.Match(_value, tokens, at - 1).Cue != Cue.Unknown)
        {
            return false;
        }

        var names = false;
        var isNoun = false;
        for (var token = _lineBefore; token < at;)
        {
            var match = CueLexicon.Instance.Match(_value, tokens, token);
            names |= match.Cue is Cue.Her2;
            isNoun |= match.Cue is Cue.Amplification or Cue.Overexpression;
            if (match.Cue is (>= Cue.Positive and <= Cue.Negation and not (Cue.Amplification or Cue.Overexpression or Cue.TestWord or Cue.ProteinWord or Cue.Expression)) or Cue.Marker or Cue.Pending or Cue.NotDone or Cue.Planned
                || ScoreScanner.Read(_value, tokens, token, at).Length > 0 || (match.Length == 0 && tokens[token].Kind == TokenKind.Number && token > _lineBefore && Sign(tokens[token - 1]) is ':' or '='))
            {
                return false;
            }

            token += Math.Max(1, match.Length);
        }

        return names && (!isNoun || IsAnswer(at));
    }

    /// <summary>How many columns stand behind the first: a line of a table is never broken by the width of the page.</summary>
    private int Columns(int from, int to)
    {
        var count = 0;
        for (var at = from + 1; at < to; at++)
        {
            count += tokens[at].Before == TokenSpace.Column ? 1 : 0;
        }

        return count;
    }

    /// <summary>A status, a score, or a field ("Result:").</summary>
    private bool IsAnswer(int at) =>
        CueLexicon.Instance.Match(_value, tokens, at).Cue is >= Cue.Positive and <= Cue.Negation or Cue.ScoreWord
        || (at + 1 < tokens.Count && Sign(tokens[at + 1]) == ':');

    /// <summary>The line ends with a word that asks for more ("ER, PR and").</summary>
    private bool EndsOpen(int last) =>
        tokens[last].Kind == TokenKind.Word && !tokens[last].IsUpper
        && CueLexicon.Instance.Match(_value, tokens, last) is { Length: 1, Cue: Cue.And or Cue.Or or Cue.Preposition };

    private bool IsAbbreviation(int stop) =>
        stop > 0 && tokens[stop].IsGlued && tokens[stop - 1].Kind == TokenKind.Word
        && Abbreviations.Contains(_value[tokens[stop - 1].Start..tokens[stop - 1].End]);

    /// <summary>The full stop of Chinese and Japanese needs no blank behind it.</summary>
    private bool IsEastAsianStop(Token token) => text.Written[text.Origin(token.Start)] is '\u3002' or '\uff1f' or '\uff01' or '\uff0e';

    private char Sign(Token token) => token.Kind == TokenKind.Sign ? _value[token.Start] : '\0';
}

/// <param name="From">First token.</param>
/// <param name="To">After the last.</param>
/// <param name="Before">What parts it from the sentence before.</param>
internal readonly record struct Sentence(int From, int To, TokenSpace Before);
