using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The text of RTF that is seen, put together from bytes, Unicode values and marks.</summary>
internal sealed class RtfPage
{
    private readonly TextSink _text = new();
    private readonly RtfRun _run;
    private readonly int? _rawPage;

    /// <param name="rawPage">The code page of letters outside ASCII that stand there as such; null: that of their font.</param>
    public RtfPage(int? rawPage)
    {
        _rawPage = rawPage;
        _run = new RtfRun(_text);
    }

    public RtfFonts Fonts { get; } = new();

    /// <summary>Of the document; a font may have its own.</summary>
    public int CodePage { get; set; } = CodePages.Western;

    public int DefaultFont { get; set; }

    /// <summary>The next character is raised.</summary>
    public bool IsRaised { get; set; }

    public void Begin()
    {
        _text.EndRow();
        CodePage = CodePages.Western;
    }

    public void EndGroup(bool isNote)
    {
        IsRaised = false;
        _run.Flush();
        if (isNote)
        {
            _text.Exact(')');
        }
    }

    public void Byte(byte one, bool isRaw, int fontNumber)
    {
        var font = Fonts.Find(fontNumber);
        Raise(char.IsAsciiDigit((char)one));
        if (font.Symbols is not RtfSymbolSet.None)
        {
            Put(RtfSymbols.Of(one, font.Symbols));
        }
        else
        {
            _run.Add(one, isRaw && one >= 0x80 && _rawPage is { } raw ? raw : font.CodePage ?? CodePage);
        }
    }

    /// <param name="number">Of 16 bits, written with a sign; some programs write whole code points.</param>
    /// <param name="fontNumber">The font in force.</param>
    public void Unicode(int number, int fontNumber)
    {
        var value = number < 0 ? number + 0x10000 : number;
        Raise(value is >= '0' and <= '9');
        if (value is >= 0xF020 and <= 0xF0FF)
        {
            // Symbol fonts are addressed through this part of the private area.
            var symbols = Fonts.Find(fontNumber).Symbols;
            Put(RtfSymbols.Of((byte)(value - 0xF000), symbols is RtfSymbolSet.None ? RtfSymbolSet.Symbol : symbols));
        }
        else if (value is > 0 and <= char.MaxValue)
        {
            Put([(char)value]);
        }
        else
        {
            Put(value > 0 && Rune.TryCreate(value, out var rune) ? rune.ToString() : "\uFFFD");
        }
    }

    public void Mark(RtfWord word)
    {
        IsRaised = false;
        _run.Flush();
        switch (word)
        {
            case RtfWord.NewLine:
                _text.NewLine();
                break;
            case RtfWord.Tab:
                _text.Tab();
                break;
            case RtfWord.Row:
                _text.CloseRow();
                break;
            default:
                _text.Exact(RtfMarks.Of(word));
                break;
        }
    }

    public void Put(ReadOnlySpan<char> text)
    {
        _run.Flush();
        _text.Exact(text);
    }

    /// <returns>Null: bytes that their code page does not define, or half a character.</returns>
    public string? Finish() => _run.IsBroken ? null : _text.Finish();

    private void Raise(bool isDigit)
    {
        if (IsRaised && isDigit)
        {
            _run.Flush();
            _text.Raised();
        }

        IsRaised = false;
    }
}
