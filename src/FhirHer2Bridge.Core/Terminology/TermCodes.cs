namespace FhirHer2Bridge.Core.Terminology;

/// <summary>Problems of terminology files. A file with one is refused as a whole. Codes are never reused.</summary>
public static class TermCodes
{
    public static TermCode Unreadable { get; } = new(
        "H2B-TERM-001", "A terminology file is no JSON, or has a member that no terminology file has.", "Correct the place named; the shape is that of the embedded files.");

    public static TermCode NoVersion { get; } = new(
        "H2B-TERM-002", "A terminology file does not say its version or the day on which it was checked.", "Give version and checkedOn (yyyy-MM-dd).");

    public static TermCode NoKey { get; } = new(
        "H2B-TERM-003", "An entry has no system, or not exactly one of code and prefix.", "Give the system and one code or prefix: a code without its system means nothing.");

    public static TermCode NoSource { get; } = new(
        "H2B-TERM-004", "An entry does not say where it comes from.", "Name the source: a catalogue, a guide, a package with its version.");

    public static TermCode Duplicate { get; } = new(
        "H2B-TERM-005", "A code stands twice in one section of a file.", "Remove one of the two.");

    public static TermCode Redefined { get; } = new(
        "H2B-TERM-006", "An overlay defines a code that an embedded file defines: overlays only add.", "Remove the entry; if the embedded meaning is wrong, report it.");

    public static TermCode Incomplete { get; } = new(
        "H2B-TERM-007", "An entry lacks what its section needs, or holds what it must not.", "Add what the message names.");

    public static TermCode Unmatchable { get; } = new(
        "H2B-TERM-008", "A word or pattern would match nothing, or every text.", "Write it longer, in lower case unless exactCase is set.");

    public static TermCode RefusedMeaning { get; } = new(
        "H2B-TERM-009", "A code known to be misused elsewhere is given the very meaning it does not have.", "Use the right code; the embedded entry's note names it.");

    public static IReadOnlyList<TermCode> All { get; } =
        [Unreadable, NoVersion, NoKey, NoSource, Duplicate, Redefined, Incomplete, Unmatchable, RefusedMeaning];
}

/// <summary>A permanent problem code, what it means and what to do.</summary>
public sealed record TermCode(string Code, string Meaning, string WhatToDo);
