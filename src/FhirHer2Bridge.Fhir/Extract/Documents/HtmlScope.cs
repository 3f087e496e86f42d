namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>From a start tag to its own end tag; elements of the same name within it are counted.</summary>
internal sealed class HtmlScope
{
    private string? _name;
    private int _depth;

    public bool IsOpen => _name is not null;

    public void Open(string name) => (_name, _depth) = (name, 1);

    public void Start(string name) => _depth += string.Equals(name, _name, StringComparison.Ordinal) ? 1 : 0;

    public void End(string name)
    {
        if (string.Equals(name, _name, StringComparison.Ordinal) && --_depth == 0)
        {
            _name = null;
        }
    }
}
