namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>A field of a form. Whether a box is ticked stands in numbers, not in the text.</summary>
internal sealed class RtfFormField
{
    /// <summary>"Not set": the default holds.</summary>
    private const int Unset = 25;

    private int _type;
    private int _state = Unset;
    private int _default;

    /// <summary>A list of which one entry was chosen: the choice is not part of the text either, and is not read here.</summary>
    public bool IsList => _type == 2;

    /// <summary>Null: no box.</summary>
    public string? Box => _type != 1 ? null : (_state == Unset ? _default : _state) == 1 ? "[x] " : "[ ] ";

    public void Take(RtfWord word, int number)
    {
        switch (word)
        {
            case RtfWord.FieldType:
                _type = number;
                break;
            case RtfWord.FieldState:
                _state = number;
                break;
            case RtfWord.FieldDefault:
                _default = number;
                break;
        }
    }
}
