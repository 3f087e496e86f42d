using System.Text.Unicode;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>
/// The words of RTF as its reader sees them: cells parted by tabs, rows and paragraphs by lines; without pictures, page
/// headings, hidden, struck out and deleted text. A state machine over the bytes with a stack of bounded depth.
/// </summary>
internal sealed class RtfText
{
    /// <summary>Groups within groups; Word itself writes a few dozen.</summary>
    public const int Deepest = 1000;

    private readonly RtfPage _page;
    private readonly Stack<RtfState> _outer = new();
    private RtfState _state;
    private RtfFormField _field = new();
    private int _fallbackDue;
    private bool _isGroupStart;
    private bool _isIgnorable;

    private RtfText(RtfPage page) => _page = page;

    /// <returns>
    /// Null: no RTF, a group that does not close, bytes that their code page does not define, or a form whose choice is not in the text.
    /// </returns>
    public static string? Of(ReadOnlySpan<byte> rtf)
    {
        // Letters outside ASCII should be escaped. Programs that do not know it write UTF-8, and only they write valid UTF-8.
        var page = new RtfPage(rawPage: Utf8.IsValid(rtf) ? CodePages.Utf8.CodePage : null);
        return DocumentFormats.IsRtf(rtf) && new RtfText(page).Read(new RtfScanner(rtf[rtf.IndexOf((byte)'{')..])) ? page.Finish() : null;
    }

    private bool Read(RtfScanner scanner)
    {
        while (scanner.Next())
        {
            var isRead = scanner.Token switch
            {
                RtfToken.Open => Open(),
                RtfToken.Close => Close(),
                RtfToken.Byte when _outer.Count == 0 => scanner.Byte is (byte)' ' or (byte)'\t',
                RtfToken.Byte => Byte(scanner.Byte, scanner.IsRaw),
                RtfToken.Word => _outer.Count > 0 && Word(ref scanner),
                _ => false,
            };
            if (!isRead)
            {
                return false;
            }
        }

        return _outer.Count == 0;
    }

    private bool Open()
    {
        if (_outer.Count == 0)
        {
            // A file may hold several documents one after the other: none of them is left out.
            _state = new RtfState { Fallback = 1 };
            _page.Begin();
        }

        _outer.Push(_state);
        _state.IsNote = false;
        (_isGroupStart, _isIgnorable, _fallbackDue) = (true, false, 0);
        return _outer.Count <= Deepest;
    }

    private bool Close()
    {
        if (_outer.Count == 0)
        {
            return false;
        }

        _page.EndGroup(isNote: _state.IsNote);
        var isField = _state.Destination is RtfDestination.FormField;
        _state = _outer.Pop();
        (_isGroupStart, _isIgnorable, _fallbackDue) = (false, false, 0);
        return !isField || _state.Destination is RtfDestination.FormField || EndField();
    }

    /// <summary>The field stands in an instruction, which is no text; the box stands where the instruction does.</summary>
    private bool EndField()
    {
        if ((_state with { Destination = RtfDestination.Page }).IsSeen && _field.Box is { } box)
        {
            _page.Put(box);
        }

        return !_field.IsList;
    }

    private bool Byte(byte one, bool isRaw)
    {
        (_isGroupStart, _isIgnorable) = (false, false);
        if (_fallbackDue > 0)
        {
            _fallbackDue--;
        }
        else if (_state.Destination is RtfDestination.FontTable)
        {
            _page.Fonts.Name(one);
        }
        else if (_state.IsSeen)
        {
            _page.Byte(one, isRaw, _state.Font);
        }

        return true;
    }

    private bool Word(ref RtfScanner scanner)
    {
        var (word, isFirst, isIgnorable) = (scanner.Word, _isGroupStart, _isIgnorable);
        (_isGroupStart, _isIgnorable) = (isFirst && word is RtfWord.Ignorable, word is RtfWord.Ignorable);
        if (word is RtfWord.Binary)
        {
            _fallbackDue = Math.Max(_fallbackDue - 1, 0);
            return scanner.Skip(scanner.Number ?? 0);
        }

        if (_fallbackDue > 0)
        {
            _fallbackDue--;
            return true;
        }

        if (word is RtfWord.Unknown && !isIgnorable)
        {
            return true;
        }

        return word switch
        {
            RtfWord.Unknown or RtfWord.Aside => Aside(RtfDestination.Aside, isFirst),
            RtfWord.FontTable => Aside(RtfDestination.FontTable, isFirst),
            >= RtfWord.FormField and <= RtfWord.FieldDefault => Field(word, scanner.Number ?? 0),
            RtfWord.Unicode => Unicode(scanner.Number ?? 0),
            RtfWord.Footnote or (>= RtfWord.NewLine and <= RtfWord.RightDoubleQuote) => Mark(word),
            >= RtfWord.Ansi and <= RtfWord.FontCodePage => Font(word, scanner.Number ?? 0),
            _ => Style(word, scanner.Number),
        };
    }

    /// <summary>A destination is a group of its own: one that is not would swallow what follows it on the page.</summary>
    private bool Aside(RtfDestination destination, bool isFirst)
    {
        var isGroup = isFirst || _state.Destination is not RtfDestination.Page;
        _state.Destination = destination;
        return isGroup;
    }

    private bool Field(RtfWord word, int number)
    {
        if (word is RtfWord.FormField)
        {
            (_state.Destination, _field) = (RtfDestination.FormField, new RtfFormField());
        }

        _field.Take(word, number);
        return true;
    }

    private bool Unicode(int number)
    {
        _fallbackDue = _state.Fallback;
        if (_state.IsSeen)
        {
            _page.Unicode(number, _state.Font);
        }

        return true;
    }

    private bool Mark(RtfWord word)
    {
        if (_state.IsSeen)
        {
            _page.Mark(word);
            _state.IsNote |= word is RtfWord.Footnote;
        }

        return true;
    }

    private bool Font(RtfWord word, int number)
    {
        if (_state.Destination is RtfDestination.FontTable)
        {
            _page.Fonts.Take(word, number);
        }
        else if (word is RtfWord.Font)
        {
            _state.Font = number;
        }
        else if (word is RtfWord.DefaultFont)
        {
            (_state.Font, _page.DefaultFont) = (number, number);
        }
        else
        {
            _page.CodePage = RtfMarks.CodePage(word, number) ?? _page.CodePage;
        }

        return true;
    }

    private bool Style(RtfWord word, int? number)
    {
        if (word is RtfWord.Raised or RtfWord.NotRaised)
        {
            _page.IsRaised = word is RtfWord.Raised && number is not 0;
        }

        _state.Take(word, number, _page.DefaultFont);
        return true;
    }
}
