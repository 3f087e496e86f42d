using FhirHer2Bridge.Core.Facts;

namespace FhirHer2Bridge.Fhir.Extract.Text;

/// <summary>What a whole string says in a closed form. No statement: it names the test, or says that none was done.</summary>
internal sealed record TextReading(IReadOnlyList<TextStatement> Statements)
{
    public bool NamesHer2 { get; init; }

    public bool NotDone { get; init; }

    public bool Pending { get; init; }

    /// <summary>Beside what it states, another test is awaited ("2+, FISH pending").</summary>
    public bool Awaits { get; init; }
}

/// <param name="Method">Null: whatever the element that holds the text is about.</param>
/// <param name="Result">A score, a gene call, or a status.</param>
internal sealed record TextStatement(AssayMethod? Method, AssayResult Result);
