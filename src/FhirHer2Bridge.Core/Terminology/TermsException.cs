namespace FhirHer2Bridge.Core.Terminology;

/// <summary>A terminology file was refused as a whole; nothing of it is in use.</summary>
/// <param name="problems">Every problem found.</param>
public sealed class TermsException(IReadOnlyList<TermProblem> problems)
    : Exception("Terminology refused: " + string.Join("; ", problems))
{
    public IReadOnlyList<TermProblem> Problems { get; } = problems;
}
