using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>
/// The attachments of a report. Its forms are equivalent (R4), so one format is read, the first that can be and names HER2; what several
/// attachments of that format say (a report and its addendum) is all read. "See PDF" as plain text hides no PDF.
/// </summary>
/// <param name="Texts">What was read, with its path.</param>
/// <param name="Gap">There are attachments that were not read and may say more: none names HER2, or not all of the format that does; null: not so.</param>
internal sealed record PresentedForms(IReadOnlyList<(string Path, string Text)> Texts, IssueCode? Gap)
{
    public static PresentedForms Read(Reading reading)
    {
        var forms = reading.Root.Items("presentedForm").Select(static (form, index) => (Form: form, Path: $"presentedForm[{index}]"));
        var read = new List<(string Path, string Text)>();
        IssueCode? unread = null;
        foreach (var format in forms.GroupBy(static form => AttachmentReader.Format(form.Form)).OrderBy(static format => format.Key))
        {
            var texts = new List<(string Path, string Text)>();
            IssueCode? missing = null;
            foreach (var (form, path) in format)
            {
                var (text, problem) = AttachmentReader.Read(form, reading.PdfText);
                if (text is not null)
                {
                    texts.Add(($"{path}.data", text));
                }
                else
                {
                    reading.Issue(problem!, path);
                    missing = problem == IssueCodes.PdfNotConfigured || problem == IssueCodes.PdfNotRead ? GapCodes.PdfNotRead : missing ?? GapCodes.AttachmentNotRead;
                }
            }

            read.AddRange(texts);
            if (texts.Exists(text => reading.SpeaksOfHer2(text.Text)))
            {
                return new PresentedForms(read, missing);
            }

            unread = missing == GapCodes.PdfNotRead ? missing : unread ?? missing;
        }

        return new PresentedForms(read, unread);
    }
}
