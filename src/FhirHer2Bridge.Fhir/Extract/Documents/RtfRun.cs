namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>Bytes of one code page in a row, decoded together: a character may have two of them.</summary>
internal sealed class RtfRun(TextSink text)
{
    private readonly List<byte> _bytes = [];
    private int _page;

    /// <summary>A byte that its code page does not define: the text is not what was written.</summary>
    public bool IsBroken { get; private set; }

    public void Add(byte one, int page)
    {
        if (page != _page)
        {
            Flush();
            _page = page;
        }

        _bytes.Add(one);
    }

    public void Flush()
    {
        if (_bytes.Count == 0)
        {
            return;
        }

        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes);
        var encoding = bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F) ? CodePages.Numbered(_page) : CodePages.Utf8;
        if (encoding?.Decode(bytes) is { } run)
        {
            text.Exact(run);
        }
        else
        {
            IsBroken = true;
        }

        _bytes.Clear();
    }
}
