namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>What a group of RTF inherits and may change for itself.</summary>
internal struct RtfState
{
    public RtfDestination Destination;
    public bool IsHidden;
    public bool IsStruck;
    public bool IsDoubleStruck;
    public bool IsDeleted;

    /// <summary>This very group, not one within it, is a note set in brackets.</summary>
    public bool IsNote;

    public int Font;

    /// <summary>Characters that follow <c>\u</c> for readers without Unicode.</summary>
    public int Fallback;

    public readonly bool IsSeen => Destination is RtfDestination.Page && !IsHidden && !IsStruck && !IsDoubleStruck && !IsDeleted;

    /// <param name="word">How the text looks that follows.</param>
    /// <param name="number">0 switches it off.</param>
    /// <param name="defaultFont">The font of plain text.</param>
    public void Take(RtfWord word, int? number, int defaultFont)
    {
        var isOn = number is not 0;
        switch (word)
        {
            case RtfWord.UnicodeFallback:
                Fallback = Math.Max(number ?? 1, 0);
                break;
            case RtfWord.Plain:
                (IsHidden, IsStruck, IsDoubleStruck, IsDeleted, Font) = (false, false, false, false, defaultFont);
                break;
            case RtfWord.Hidden:
                IsHidden = isOn;
                break;
            case RtfWord.Struck:
                IsStruck = isOn;
                break;
            case RtfWord.DoubleStruck:
                IsDoubleStruck = isOn;
                break;
            case RtfWord.Deleted:
                IsDeleted = isOn;
                break;
        }
    }
}

/// <summary>Where the text of a group goes.</summary>
internal enum RtfDestination
{
    Page,
    Aside,
    FontTable,
    FormField,
}
