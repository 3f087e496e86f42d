namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A terminology file was refused as a whole; nothing of it is in use.</summary>
/// <param name="problems">Every problem found, one sentence each.</param>
public sealed class TermsException(IReadOnlyList<string> problems)
    : Exception("Terminology refused: " + string.Join("; ", problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
