using static FhirHer2Bridge.Fhir.Extract.IssueSeverity;

namespace FhirHer2Bridge.Fhir.Extract;

/// <summary>Every issue that reading a resource can raise; docs/errors.md is derived from <see cref="All"/>.</summary>
public static class IssueCodes
{
    public static readonly IssueCode NotJson = new("H2B-READ-001", Error,
        "Not strict JSON: malformed, a repeated key, not UTF-8, or nested deeper than 64.",
        "Correct the resource at its source; nothing of it was used.");

    public static readonly IssueCode NotFhir = new("H2B-READ-002", Error,
        "JSON, but no FHIR resource: resourceType is missing or no type of R4, or an entry of a Bundle is empty.",
        "Check the file or the server address; nothing of it was used.");

    public static readonly IssueCode NoId = new("H2B-READ-003", Warning,
        "The resource has no id, so that nothing can refer to it.",
        "Give the resource an id, or a fullUrl in its Bundle.");

    public static readonly IssueCode Modified = new("H2B-READ-004", Error,
        "implicitRules or a modifierExtension could change the meaning and is not known here; the resource was not interpreted.",
        "Look at the resource; if it matters, record the result without the modifier.");

    public static readonly IssueCode NoSubject = new("H2B-READ-005", Error,
        "The resource names no patient that can be resolved.",
        "Correct the subject: a reference to a Patient of this server, or an identifier one Patient carries.");

    public static readonly IssueCode StatusUnknown = new("H2B-READ-006", Warning,
        "The status is missing or not a code of its value set; read as unknown.",
        "Correct the status.");

    public static readonly IssueCode DateImpossible = new("H2B-READ-007", Error,
        "A date that does not exist, or a period that ends before it starts; read as no date.",
        "Correct the date.");

    public static readonly IssueCode DateWithoutZone = new("H2B-READ-008", Information,
        "A time without a zone; read in the zone of the site.",
        "Send times with a zone, or check Clinical:TimeZone.");

    public static readonly IssueCode Undated = new("H2B-READ-009", Warning,
        "The resource has no clinical date of its own.",
        "Record when the specimen was taken or the dose was given.");

    public static readonly IssueCode OtherMarker = new("H2B-READ-010", Error,
        "A HER2 code whose words, or whose answer, name another marker; not used.",
        "Correct the code or the words; the two speak about different tests.");

    public static readonly IssueCode Contradictory = new("H2B-READ-011", Error,
        "One concept says positive and negative (or two other statuses) at once; no status was read.",
        "Look at the result and correct the code or its text.");

    public static readonly IssueCode AnswerUnknown = new("H2B-READ-012", Warning,
        "The answer to a HER2 test is neither a known code nor a known phrase.",
        "Add the site's answer code to the overlay, or use a standard one.");

    public static readonly IssueCode ValueMisplaced = new("H2B-READ-013", Warning,
        "The value is of a kind that this test code cannot have (a number under a presence code, a score under a gene code).",
        "Use the code of what was measured.");

    public static readonly IssueCode UnitUnknown = new("H2B-READ-014", Warning,
        "The unit of a HER2 number is not known; the number was not read.",
        "Use a UCUM unit: 1, {ratio}, {copies}, {copies}/nucleus.");

    public static readonly IssueCode NumberUnusable = new("H2B-READ-015", Warning,
        "A number that cannot be used: missing, negative, out of range, a ratio with a zero part, a range upside down.",
        "Correct the number.");

    public static readonly IssueCode SeveralValues = new("H2B-READ-016", Error,
        "More than one value, or a value beside a reason for its absence.",
        "Record one value in one Observation.");

    public static readonly IssueCode CodeUnknown = new("H2B-READ-017", Warning,
        "An Observation about ERBB2 whose code is not known here; its value was not read.",
        "Add the local code to the overlay.");

    public static readonly IssueCode AttachmentTooLarge = new("H2B-READ-018", Warning,
        "An attachment above 20 MiB encoded or 4 MiB of text; not read.",
        "Send the report's text, or its result as an Observation.");

    public static readonly IssueCode AttachmentNotRead = new("H2B-READ-019", Information,
        "An attachment that could not be read: a link, a picture or another format that is not text, an unknown charset or bytes that "
            + "it does not define, a size or hash that does not fit, markup that breaks off, a page without words.",
        "Send the report's text as data (text/plain, HTML, RTF), or its result as an Observation.");

    public static readonly IssueCode ProductUnresolved = new("H2B-READ-020", Warning,
        "The product of an administration cannot be told: missing, on another server, or a Medication without code and ingredient.",
        "Record the drug by code, by a Medication of this server, or contained.");

    public static readonly IssueCode DrugConflict = new("H2B-READ-021", Warning,
        "Codings or words of one product name different HER2 drugs, or a group of them; the drug is uncertain.",
        "Correct the product: an antibody and its conjugate must not share a record.");

    public static readonly IssueCode ReferenceUnresolved = new("H2B-READ-022", Information,
        "A reference to another server, or to something not in the Bundle; not followed.",
        "Refer to resources of this server.");

    public static readonly IssueCode CodeReadByWords = new("H2B-READ-023", Information,
        "The code of a HER2 test is not known here; the test was told by its words and its value read.",
        "Check that the words name a HER2 test; use a standard code, or add the local code to the overlay.");

    public static readonly IssueCode PdfNotConfigured = new("H2B-READ-024", Information,
        "A PDF, and no program that reads PDF is configured; not read.",
        "Install pdftotext (poppler) and set Text:PdfToText to its path, or send the report's text.");

    public static readonly IssueCode PdfNotRead = new("H2B-READ-025", Warning,
        "A PDF from which pdftotext got no text that can be relied on: damaged, encrypted, scanned pictures, a font without letters, or too slow.",
        "Open the PDF; send the report's text, or its result as an Observation. If it was too slow, raise Text:PdfTimeout.");

    public static readonly IssueCode InterpretationOpposed = new("H2B-READ-026", Error,
        "The interpretation of a HER2 result says the opposite of its value; the value was read.",
        "Look at the result and correct its value or its interpretation.");

    public static IReadOnlyList<IssueCode> All { get; } =
    [
        NotJson, NotFhir, NoId, Modified, NoSubject, StatusUnknown, DateImpossible, DateWithoutZone, Undated, OtherMarker,
        Contradictory, AnswerUnknown, ValueMisplaced, UnitUnknown, NumberUnusable, SeveralValues, CodeUnknown,
        AttachmentTooLarge, AttachmentNotRead, ProductUnresolved, DrugConflict, ReferenceUnresolved, CodeReadByWords,
        PdfNotConfigured, PdfNotRead, InterpretationOpposed,
    ];
}
