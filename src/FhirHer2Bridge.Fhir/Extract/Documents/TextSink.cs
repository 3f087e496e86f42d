using System.Text;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Collects the words of a document that has markup: blanks run together, cells and lines keep their place.</summary>
internal sealed class TextSink
{
    private readonly StringBuilder _text = new();
    private bool _isBlankDue;
    private bool _isLineDue;

    private char Last => _text.Length == 0 ? '\n' : _text[^1];

    /// <summary>A character as it is, blank or not.</summary>
    public void Exact(char character)
    {
        Settle();
        _text.Append(character);
    }

    /// <summary>A character of running text: blanks run together, a soft hyphen is not seen.</summary>
    public void Flowing(char character)
    {
        if (character is ' ' or '\t' or '\r' or '\n' or '\f')
        {
            _isBlankDue = !_isLineDue;
        }
        else if (character is not '\u00AD')
        {
            Exact(character);
        }
    }

    public void Flowing(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            Flowing(character);
        }
    }

    public void Exact(ReadOnlySpan<char> text)
    {
        Settle();
        _text.Append(text);
    }

    /// <summary>A raised figure after a figure is a footnote or a power, and no digit of the number before it.</summary>
    public void Raised()
    {
        if (!_isBlankDue && !_isLineDue && char.IsAsciiDigit(Last))
        {
            _text.Append('^');
        }
    }

    /// <summary>To the next cell. A paragraph that ends with its cell ends no line.</summary>
    public void Tab() => Part('\t');

    public void NewLine() => Part('\n');

    /// <summary>Ends the line before the next word, unless nothing stands on it or the cell has only begun.</summary>
    public void EndLine()
    {
        _isBlankDue = false;
        _isLineDue = Last is not ('\n' or '\t');
    }

    /// <summary>Ends the line at once, unless nothing stands on it: what comes may be an empty cell.</summary>
    public void EndRow()
    {
        if (Last is not '\n')
        {
            NewLine();
        }
    }

    /// <summary>Ends a row whose last cell has ended.</summary>
    public void CloseRow()
    {
        if (_text.Length > 0 && Last is '\t')
        {
            _text.Length--;
        }

        NewLine();
    }

    /// <returns>Null: half of a character pair, which is damage.</returns>
    public string? Finish()
    {
        var text = _text.ToString();
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
            {
                return null;
            }
        }

        return text;
    }

    private void Part(char character)
    {
        (_isBlankDue, _isLineDue) = (false, false);
        _text.Append(character);
    }

    private void Settle()
    {
        if (_isLineDue)
        {
            _text.Append('\n');
        }
        else if (_isBlankDue && Last is not ('\n' or '\t' or ' '))
        {
            _text.Append(' ');
        }

        (_isBlankDue, _isLineDue) = (false, false);
    }
}
