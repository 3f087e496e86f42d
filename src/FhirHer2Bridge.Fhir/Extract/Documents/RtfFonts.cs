using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>The font table: which code page, or which set of symbols, the bytes under a font belong to.</summary>
internal sealed class RtfFonts
{
    private const int LongestName = 64;

    private readonly Dictionary<int, RtfFont> _fonts = [];
    private readonly StringBuilder _name = new();
    private int _number;

    /// <summary>Not defined: letters in the code page of the document.</summary>
    public RtfFont Find(int number) => _fonts.GetValueOrDefault(number);

    public void Take(RtfWord word, int number)
    {
        var font = Find(_number);
        switch (word)
        {
            case RtfWord.Font:
                _number = number;
                _name.Clear();
                _fonts[number] = default;
                break;
            case RtfWord.FontCharset:
                _fonts[_number] = font with { CodePage = CodePageOf(number), Symbols = number == 2 ? RtfSymbolSet.Symbol : font.Symbols };
                break;
            case RtfWord.FontCodePage:
                _fonts[_number] = font with { CodePage = number };
                break;
        }
    }

    /// <summary>A letter of the font's name; charset 2 alone does not say which symbols.</summary>
    public void Name(byte letter)
    {
        if (letter != ';' && _name.Length < LongestName)
        {
            _name.Append((char)letter);
        }
        else if (letter == ';' && RtfSymbols.SetOf(_name.ToString().Trim()) is { } symbols)
        {
            _fonts[_number] = Find(_number) with { Symbols = symbols };
        }
    }

    private static int? CodePageOf(int charset) => charset switch
    {
        0 => CodePages.Western,
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        254 => 437,
        255 => 850,
        _ => null,
    };
}

/// <param name="CodePage">Null: that of the document.</param>
/// <param name="Symbols">Its characters are pictures.</param>
internal readonly record struct RtfFont(int? CodePage, RtfSymbolSet Symbols);
