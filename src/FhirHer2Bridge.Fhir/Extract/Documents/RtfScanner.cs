namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Cuts RTF into groups, control words and bytes of text. Each byte is looked at once.</summary>
internal ref struct RtfScanner(ReadOnlySpan<byte> rtf)
{
    /// <summary>Letters of a control word; the specification's longest have 32.</summary>
    private const int LongestWord = 32;

    private readonly ReadOnlySpan<byte> _rtf = rtf;
    private int _at;

    public RtfToken Token { get; private set; }

    /// <summary>Of a control word, else <see cref="RtfWord.Unknown"/>.</summary>
    public RtfWord Word { get; private set; }

    /// <summary>The number of a control word; null: it has none.</summary>
    public int? Number { get; private set; }

    public byte Byte { get; private set; }

    /// <summary>The byte stands there as such, not as <c>\'hh</c>.</summary>
    public bool IsRaw { get; private set; }

    /// <returns>False: the end.</returns>
    public bool Next()
    {
        while (_at < _rtf.Length && _rtf[_at] is (byte)'\r' or (byte)'\n' or 0)
        {
            _at++;
        }

        if (_at >= _rtf.Length)
        {
            return false;
        }

        (Byte, IsRaw) = (_rtf[_at++], true);
        Token = Byte switch
        {
            (byte)'{' => RtfToken.Open,
            (byte)'}' => RtfToken.Close,
            (byte)'\\' => Control(),
            _ => RtfToken.Byte,
        };
        return true;
    }

    /// <summary>Leaves out binary data.</summary>
    /// <returns>False: there is less than that.</returns>
    public bool Skip(int bytes)
    {
        var isThere = bytes <= _rtf.Length - _at;
        _at = isThere ? _at + Math.Max(bytes, 0) : _rtf.Length;
        return isThere;
    }

    private RtfToken Control()
    {
        if (_at >= _rtf.Length)
        {
            return RtfToken.Broken;
        }

        if (char.IsAsciiLetter((char)_rtf[_at]))
        {
            return Letters();
        }

        Byte = _rtf[_at++];
        Number = null;
        (var token, Word) = (char)Byte switch
        {
            '\\' or '{' or '}' => (RtfToken.Byte, RtfWord.Unknown),
            '\'' => (Hex(), RtfWord.Unknown),
            '*' => (RtfToken.Word, RtfWord.Ignorable),
            '~' => (RtfToken.Word, RtfWord.NoBreakSpace),
            '_' => (RtfToken.Word, RtfWord.NoBreakHyphen),
            '\r' or '\n' => (RtfToken.Word, RtfWord.NewLine),
            '\t' => (RtfToken.Word, RtfWord.Tab),
            '\0' => (RtfToken.Broken, RtfWord.Unknown),
            _ => (RtfToken.Word, RtfWord.Unknown),
        };
        return token;
    }

    private RtfToken Hex()
    {
        if (_at + 2 > _rtf.Length || !char.IsAsciiHexDigit((char)_rtf[_at]) || !char.IsAsciiHexDigit((char)_rtf[_at + 1]))
        {
            return RtfToken.Broken;
        }

        IsRaw = false;
        Byte = (byte)((Digit(_rtf[_at]) << 4) | Digit(_rtf[_at + 1]));
        _at += 2;
        return RtfToken.Byte;
    }

    private static int Digit(byte hex) => char.IsAsciiDigit((char)hex) ? hex - '0' : (hex & 0xF) + 9;

    private RtfToken Letters()
    {
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        for (; _at < _rtf.Length && length < LongestWord && char.IsAsciiLetter((char)_rtf[_at]); _at++)
        {
            word[length++] = (char)_rtf[_at];
        }

        Number = Digits();
        Word = RtfWords.Find(word[..length]);
        if (_at < _rtf.Length && _rtf[_at] == ' ')
        {
            _at++;
        }

        return RtfToken.Word;
    }

    private int? Digits()
    {
        var isNegative = _at + 1 < _rtf.Length && _rtf[_at] == '-' && char.IsAsciiDigit((char)_rtf[_at + 1]);
        _at += isNegative ? 1 : 0;
        if (_at >= _rtf.Length || !char.IsAsciiDigit((char)_rtf[_at]))
        {
            return null;
        }

        long value = 0;
        for (; _at < _rtf.Length && char.IsAsciiDigit((char)_rtf[_at]); _at++)
        {
            value = Math.Min((value * 10) + _rtf[_at] - '0', int.MaxValue);
        }

        return (int)(isNegative ? -value : value);
    }
}
