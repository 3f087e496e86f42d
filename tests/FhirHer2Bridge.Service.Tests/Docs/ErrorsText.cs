using System.Globalization;
using FhirHer2Bridge.Core.Terminology;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Pull;
using FhirHer2Bridge.Service.Run;
using FhirHer2Bridge.Service.Store;
using FhirHer2Bridge.Service.Write;

namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>docs/errors.md, from the code that raises the errors.</summary>
internal static class ErrorsText
{
    public const string File = "docs/errors.md";

    private static readonly string[] Head = ["Code", "Meaning", "What to do"];

    /// <summary>Every error code; a permanent code names one thing only.</summary>
    public static IEnumerable<string> Codes =>
    [
        .. IssueCodes.All.Select(static issue => issue.Code),
        .. StoreErrors.All.Select(static error => error.Code),
        .. TermCodes.All.Select(static term => term.Code),
        .. new[] { typeof(PullErrors), typeof(WriteErrors), typeof(RunErrors) }.SelectMany(XmlComments.Of).Select(static c => (string)c.Value),
    ];

    public static string Derive() => new MarkdownText()
        .Block("# Errors, gaps and reasons")
        .Block("Derived from the code; do not edit. After a change: `UPDATE_DOCS=1 dotnet test tests/FhirHer2Bridge.Service.Tests`.")
        .Block("Codes are permanent: none is renumbered or used again. No message holds data of a patient.")
        .Block("## Exit codes")
        .Table(["Code", "Meaning"], XmlComments.Of(typeof(ExitCode)).Select(static c => new[] { Value(c), c.Meaning }))
        .Block("## Reading a resource (`H2B-READ`)")
        .Block("A bad resource costs itself, not its page; a bad element costs itself, not its resource, unless said otherwise.")
        .Table(["Code", "Severity", "Meaning", "What to do"], IssueCodes.All.Select(WithSeverity))
        .Block("## Reading a server (`H2B-PULL`)")
        .Block("A window that was not read to its end stays open: its cursor does not move and the next cycle reads it again.")
        .Table(Head, Rows(typeof(PullErrors)))
        .Block("## Terminology files (`H2B-TERM`)")
        .Block("Said by `terms` and, where an overlay is configured, at start: exit 3. A file with a problem is refused as a whole.")
        .Table(Head, TermCodes.All.Select(static term => new[] { term.Code, term.Meaning, term.WhatToDo }))
        .Block("## The store (`H2B-STORE`)")
        .Table(Head, StoreErrors.All.Select(static error => new[] { error.Code, error.Meaning, error.WhatToDo }))
        .Block("## Writing flags (`H2B-WRITE`)")
        .Table(Head, Rows(typeof(WriteErrors)))
        .Block("## A cycle and the command line (`H2B-RUN`)")
        .Table(Head, Rows(typeof(RunErrors)))
        .Block("## Gaps")
        .Block("What was seen of a patient and could not be used. A gap that may hide a test or a dose leaves the rules that rest on "
            + "their absence undetermined; it is never read as \"nothing there\".")
        .Table(["Gap", "Severity", "Meaning", "What to do"], GapCodes.All.Select(WithSeverity))
        .Table(["Gap found while joining", "Meaning"], Words(ReasonWords.Gaps))
        .Block("## Reasons why a rule is undetermined")
        .Block("An undetermined rule never retracts a standing flag.")
        .Table(["Reason", "Meaning"], Words(ReasonWords.Undetermined))
        .Block("## Notes of a result or a status")
        .Table(["Note", "Meaning"], Words(ReasonWords.Notes))
        .Block("From a result that was read and settles nothing; a data-absent-reason (`error`, `unsupported` …) appears under its own code:")
        .Table(["Note", "Meaning"], Words(ReasonWords.Inconclusive))
        .ToString();

    private static IEnumerable<string[]> Rows(Type type) =>
        XmlComments.Of(type).OrderBy(static c => (string)c.Value, StringComparer.Ordinal).Select(static c => new[] { Value(c), c.Meaning, c.WhatToDo });

    private static IEnumerable<string[]> Words(IReadOnlyDictionary<string, string> words) =>
        words.OrderBy(static word => word.Key, StringComparer.Ordinal).Select(static word => new[] { $"`{word.Key}`", word.Value });

    private static string[] WithSeverity(IssueCode issue) =>
        [issue.Code.StartsWith("H2B", StringComparison.Ordinal) ? issue.Code : $"`{issue.Code}`", issue.Severity.ToString().ToLowerInvariant(), issue.Meaning, issue.WhatToDo];

    private static string Value(Constant constant) => Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!;
}
