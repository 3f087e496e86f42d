using System.Text.Json;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract.Text.Words;

namespace FhirHer2Bridge.Fhir.Extract.Text.Lexicon;

/// <summary>
/// The phrases of every language file beside this one, found longest first. All languages are in force together: reports mix
/// them, and most resources do not say which they are in.
/// </summary>
/// <remarks>A phrase in capitals is found in capitals only ("ER"); a star at the end of a word stands for any ending.</remarks>
internal sealed class CueLexicon
{
    private const int ShortestStem = 3;

    /// <summary>Signs in a row that do not part a name ("HER2-/neu").</summary>
    private const int MostJoints = 2;

    private readonly Node _root = new();

    private CueLexicon(IEnumerable<LexiconFile> files)
    {
        foreach (var (cue, phrase) in files.SelectMany(static file => file.Cues.SelectMany(static pair => pair.Value.Select(phrase => (pair.Key, phrase)))))
        {
            Add(cue, phrase);
        }
    }

    public static CueLexicon Instance { get; } = new(Load());

    /// <summary>The longest phrase that starts at token <paramref name="at"/>; length 0: none does.</summary>
    public CueMatch Match(string text, List<Token> tokens, int at) => Match(new Search(text, tokens, at), _root, at, isUpper: true, joints: 0);

    public static IReadOnlyList<LexiconFile> Load()
    {
        var assembly = typeof(CueLexicon).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith("lexicon/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => JsonSerializer.Deserialize<LexiconFile>(assembly.GetManifestResourceStream(name)!, LexiconFile.Options)!)];
    }

    private void Add(Cue cue, string phrase)
    {
        var normal = NormalText.Of(phrase.Replace("*", string.Empty, StringComparison.Ordinal));
        var stems = phrase.Split(' ').Where(static word => word.EndsWith('*')).Select(static word => NormalText.Of(word[..^1]).Value).ToHashSet(StringComparer.Ordinal);
        var isUpper = phrase.Any(char.IsLetter) && !phrase.Any(char.IsLower) && phrase.All(static c => !TextFold.IsEastAsian(c));
        var node = _root;
        foreach (var token in Tokeniser.Cut(normal).Where(token => !IsJoint(normal.Value, token)))
        {
            var word = normal.Value[token.Start..token.End];
            node = node.Child(word, stems.Contains(word) || stems.Any(stem => stem.EndsWith(word, StringComparison.Ordinal) && token.IsGlued));
        }

        node.Set(cue, isUpper, phrase);
    }

    private static CueMatch Match(Search search, Node node, int at, bool isUpper, int joints)
    {
        var (text, tokens, start) = search;
        var best = at > start ? new CueMatch(node.CueFor(isUpper), at - start) : default;
        best = best.Cue == Cue.Unknown ? default : best;
        if (at >= tokens.Count || (at > start && tokens[at].Before >= TokenSpace.Paragraph))
        {
            return best;
        }

        var token = tokens[at];
        if (at > start && IsJoint(text, token))
        {
            return joints < MostJoints ? Longer(best, Beyond(search, node, at, isUpper, joints)) : best;
        }

        var word = text.AsSpan(token.Start, token.End - token.Start);
        var upper = isUpper && (token.Kind != TokenKind.Word || token.IsUpper);
        if (node.Exact(word) is { } exact)
        {
            best = Longer(best, Match(search, exact, at + 1, upper, 0));
        }

        for (var length = Math.Min(word.Length, node.LongestStem); length >= ShortestStem; length--)
        {
            if (node.Stem(word[..length]) is { } stem)
            {
                best = Longer(best, Match(search, stem, at + 1, upper, 0));
            }
        }

        return best;
    }

    /// <summary>The phrase goes on behind the joint, or it ended before it.</summary>
    private static CueMatch Beyond(Search search, Node node, int at, bool isUpper, int joints)
    {
        var beyond = Match(search, node, at + 1, isUpper, joints + 1);
        return beyond.Length > at + 1 - search.Start ? beyond : default;
    }

    private readonly record struct Search(string Text, List<Token> Tokens, int Start);

    private static CueMatch Longer(CueMatch a, CueMatch b) => b.Length > a.Length ? b : a;

    /// <summary>A hyphen or stroke inside a name does not part it ("HER-2/neu").</summary>
    private static bool IsJoint(string text, Token token) => token.Kind == TokenKind.Sign && text[token.Start] is '-' or '/' or '_' or '\'' or '’';

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _words = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> _stems = new(StringComparer.Ordinal);
        private Cue _cue;
        private Cue _upper;

        public int LongestStem { get; private set; }

        public Node? Exact(ReadOnlySpan<char> word) =>
            _words.Count > 0 && _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var node) ? node : null;

        public Node? Stem(ReadOnlySpan<char> word) =>
            _stems.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var node) ? node : null;

        public Node Child(string word, bool isStem)
        {
            var children = isStem ? _stems : _words;
            LongestStem = isStem ? Math.Max(LongestStem, word.Length) : LongestStem;
            if (!children.TryGetValue(word, out var child))
            {
                children[word] = child = new Node();
            }

            return child;
        }

        public Cue CueFor(bool isUpper) => isUpper && _upper != Cue.Unknown ? _upper : _cue;

        public void Set(Cue cue, bool isUpper, string phrase)
        {
            ref var place = ref isUpper ? ref _upper : ref _cue;
            if (place != Cue.Unknown && place != cue)
            {
                throw new JsonException($"Lexicon: \"{phrase}\" is both {place} and {cue}.");
            }

            place = cue;
        }
    }
}

/// <param name="Length">In tokens; 0: nothing was found.</param>
internal readonly record struct CueMatch(Cue Cue, int Length);
