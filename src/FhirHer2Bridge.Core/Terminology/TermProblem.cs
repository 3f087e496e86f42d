namespace FhirHer2Bridge.Core.Terminology;

/// <summary>One thing wrong with a terminology file.</summary>
/// <param name="Code">Permanent, of <see cref="TermCodes"/>.</param>
/// <param name="File">The embedded file's name, or "overlay".</param>
/// <param name="Entry">The section, and the code where there is one; empty for the file itself.</param>
/// <param name="Message">The end of the sentence that file and entry begin.</param>
public sealed record TermProblem(string Code, string File, string Entry, string Message)
{
    public override string ToString() => $"{Code}: {File}: {Entry}{(Entry.Length == 0 ? "" : " ")}{Message}";
}
