using FhirHer2Bridge.Core.Rules;
using static FhirHer2Bridge.Fhir.Extract.IssueSeverity;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>
/// Codes of what stands in a history as seen and not usable (GapFact.Code), with its reason; part of docs/errors.md.
/// </summary>
public static class GapCodes
{
    public static readonly IssueCode TextNotRead = new(UnreadableCodes.TextNotRead, Warning,
        "Text that mentions HER2 in a form that is not read with certainty.",
        "Read the source; record the result as an Observation.");

    public static readonly IssueCode EarlierResult = new("earlier-result-in-text", Information,
        "A report tells an earlier HER2 result without the day it was taken: it is not placed in the history.",
        "Send that result as its own Observation or report, if it is not on the server already.");

    public static readonly IssueCode ResultWithoutValue = new("result-without-value", Warning,
        "A HER2 result without a value.",
        "Complete the Observation; it is not taken as negative.");

    public static readonly IssueCode Pending = new("pending", Information,
        "A HER2 test without a result yet, or with an unknown status.",
        "Nothing, if the result is awaited; else correct the status.");

    public static readonly IssueCode ResultUnknown = new("result-unknown", Information,
        "The result is stated to be unknown.",
        "Nothing, if that is so.");

    public static readonly IssueCode ValueNotRead = new(UnreadableCodes.ValueNotRead, Warning,
        "A value under a HER2 code that could not be read.",
        "See the issue of the same resource.");

    public static readonly IssueCode OtherMarkerGap = new(UnreadableCodes.OtherMarker, Warning,
        "A HER2 code whose words name another marker.",
        "Correct the code or the words.");

    public static readonly IssueCode NoStatusTest = new(UnreadableCodes.NoStatusTest, Warning,
        "A test known by its words only, which mention HER2 and mean something else than a tumour's HER2 status: a mutation, a control, "
            + "an earlier status, an antibody, circulating tumour cells.",
        "If it is a tumour's HER2 result, record it under a code of its own or add the local code to the overlay.");

    public static readonly IssueCode UndatedDose = new("undated-dose", Warning,
        "An administration without a date, of a HER2 drug or of a referenced product.",
        "Record when the dose was given.");

    public static readonly IssueCode NotInterpreted = new(UnreadableCodes.NotInterpreted, Error,
        "A resource with a modifier that is not known here.",
        "Read the source.");

    public static readonly IssueCode NotJson = new("not-json", Error,
        "A resource that is not strict JSON (a repeated key, nested deeper than 64, text that is not UTF-8); only its name and its patient were read.",
        "Correct the resource at its source; a version that can be read ends the gap.");

    public static readonly IssueCode AttachmentNotRead = new("attachment-not-read", Warning,
        "An attachment of a report about HER2, or of a pathology report, that was not read.",
        "Read the source; send its text or its result.");

    public static readonly IssueCode PdfNotRead = new("pdf-not-read", Warning,
        "A report about HER2, or of pathology, that came as a PDF only and was not read.",
        "Read the source. Set Text:PdfToText, if it is not set (docs: README, Configuration); else the issue of the same report says what is wrong.");

    public static readonly IssueCode DoseStatusUnknown = new("dose-status-unknown", Warning,
        "An administration of which it is not known whether it took place.",
        "Correct the status of the administration.");

    public static readonly IssueCode ProductNotRead = new("product-not-read", Warning,
        "An administration whose product cannot be told.",
        "Record the drug by code or by a Medication of this server.");

    public static readonly IssueCode AlterationNotRead = new("alteration-not-read", Warning,
        "A genomic variant whose gene, kind of change or answer cannot be told; it is not taken as absent.",
        "Send the gene's symbol (48018-6), the change (48019-4 or 48005-3) and Present or Absent.");

    public static IReadOnlyList<IssueCode> All { get; } =
    [
        TextNotRead, EarlierResult, ResultWithoutValue, Pending, ResultUnknown, ValueNotRead, OtherMarkerGap, NotInterpreted,
        AttachmentNotRead, PdfNotRead, DoseStatusUnknown, ProductNotRead, NoStatusTest, UndatedDose, NotJson, AlterationNotRead,
    ];
}
