namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>
/// The words of HTML or XHTML as its reader sees them: a block is a line, a row a line of cells parted by tabs, what is struck
/// out or hidden is not there. Never re-emitted.
/// </summary>
internal sealed class HtmlText
{
    private readonly TextSink _text = new();
    private readonly HtmlScope _unseen = new();
    private readonly HtmlScope _lines = new();
    private readonly bool _isPlain;
    private bool _isOptionOut;
    private bool _isRaised;
    private bool _hasCell;

    private HtmlText(bool isPlain) => _isPlain = isPlain;

    private bool IsOut => _unseen.IsOpen || _isOptionOut;

    /// <returns>Null: something that opens and does not close hides the rest, so that not all of it could be read.</returns>
    public static string? Of(string html)
    {
        var page = new HtmlText(isPlain: !HtmlScanner.HasMarkup(html));
        return page.Read(new HtmlScanner(html)) && !page.IsOut ? page._text.Finish() : null;
    }

    private bool Read(HtmlScanner scanner)
    {
        while (scanner.Next())
        {
            switch (scanner.Piece)
            {
                case HtmlPiece.Text:
                    Words(scanner.Content, hasEntities: true);
                    break;
                case HtmlPiece.Verbatim:
                    Words(scanner.Content, hasEntities: false);
                    break;
                case HtmlPiece.StartTag when HtmlElements.IsRaw(scanner.Name):
                    if (scanner.Content is not [.., '/'] && !scanner.SkipRaw(scanner.Name))
                    {
                        return false;
                    }

                    break;
                case HtmlPiece.StartTag:
                    Start(new HtmlTag(scanner.Name, scanner.Content));
                    break;
                case HtmlPiece.EndTag:
                    End(scanner.Name);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private void Start(HtmlTag tag)
    {
        if (HtmlElements.IsVoid(tag.Name))
        {
            Void(tag);
            return;
        }

        if (!tag.IsEmpty)
        {
            Enter(tag);
        }

        if (!IsOut)
        {
            Part(tag.Name, isStart: true);
        }
    }

    private void Enter(HtmlTag tag)
    {
        if (_unseen.IsOpen)
        {
            _unseen.Start(tag.Name);
        }
        else if (HtmlElements.IsUnseen(tag))
        {
            _unseen.Open(tag.Name);
        }
        else if (tag.Name is "option")
        {
            _isOptionOut = tag.Attribute("selected") is null;
        }
        else if (_lines.IsOpen)
        {
            _lines.Start(tag.Name);
        }
        else if (HtmlElements.KeepsLines(tag))
        {
            _lines.Open(tag.Name);
        }
    }

    private void End(string name)
    {
        if (_unseen.IsOpen)
        {
            _unseen.End(name);
            return;
        }

        _isOptionOut &= name is not ("option" or "select");
        _lines.End(name);
        if (!IsOut)
        {
            Part(name, isStart: false);
        }
    }

    private void Part(string name, bool isStart)
    {
        _isRaised = name is "sup" && isStart;
        switch (name)
        {
            case "td" or "th":
                if (isStart && _hasCell)
                {
                    _text.Tab();
                }

                _hasCell = true;
                break;
            case "tr":
                _text.EndRow();
                _hasCell = false;
                break;
            case "br" when !isStart:
                _text.NewLine();
                break;
            case "option":
                _text.Flowing(' ');
                break;
            case var _ when HtmlElements.IsBlock(name):
                _text.EndLine();
                break;
        }
    }

    private void Void(HtmlTag tag)
    {
        if (IsOut || HtmlElements.IsUnseen(tag))
        {
            return;
        }

        switch (tag.Name)
        {
            case "br":
                _text.NewLine();
                break;
            case "hr":
                _text.EndLine();
                break;
            case "input":
                Input(tag);
                break;
        }
    }

    /// <summary>A form that was filled in: which box is ticked is the answer.</summary>
    private void Input(HtmlTag tag)
    {
        var type = tag.Attribute("type")?.ToLowerInvariant();
        if (type is "checkbox" or "radio")
        {
            _text.Flowing(tag.Attribute("checked") is null ? " [ ] " : " [x] ");
        }
        else if (type is null or "" or "text" or "number" or "date" && tag.Attribute("value") is { } value)
        {
            Words($" {value} ", hasEntities: true);
        }
    }

    private void Words(ReadOnlySpan<char> words, bool hasEntities)
    {
        if (IsOut)
        {
            return;
        }

        while (!words.IsEmpty)
        {
            if (hasEntities && words[0] == '&')
            {
                var (character, length) = HtmlEntities.Read(words);
                foreach (var one in character)
                {
                    Word(one);
                }

                words = words[length..];
            }
            else
            {
                Word(words[0]);
                words = words[1..];
            }
        }
    }

    private void Word(char character)
    {
        if (_isRaised && char.IsAsciiDigit(character))
        {
            _text.Raised();
        }

        _isRaised = false;
        if (!_isPlain && !_lines.IsOpen)
        {
            _text.Flowing(character);
        }
        else if (character == '\n')
        {
            _text.NewLine();
        }
        else if (character is not ('\r' or '\u00AD'))
        {
            _text.Exact(character);
        }
    }
}
