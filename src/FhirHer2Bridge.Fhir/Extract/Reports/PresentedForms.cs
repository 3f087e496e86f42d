using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>
/// The attachments of a report. Its forms are equivalent (R4), so one format is read, the first that can be; what several
/// attachments of that format say (a report and its addendum) is all read.
/// </summary>
/// <param name="Texts">What was read, with its path.</param>
/// <param name="Gap">There are attachments, and none of them, or not all of one format, was read; null: not so.</param>
internal sealed record PresentedForms(IReadOnlyList<(string Path, string Text)> Texts, IssueCode? Gap)
{
    public static PresentedForms Read(Reading reading)
    {
        var forms = reading.Root.Items("presentedForm").Select(static (form, index) => (Form: form, Path: $"presentedForm[{index}]"));
        IssueCode? unread = null;
        foreach (var format in forms.GroupBy(static form => AttachmentReader.Format(form.Form)).OrderBy(static format => format.Key))
        {
            var texts = new List<(string, string)>();
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

            if (texts.Count > 0)
            {
                return new PresentedForms(texts, missing);
            }

            unread = missing == GapCodes.PdfNotRead ? missing : unread ?? missing;
        }

        return new PresentedForms([], unread);
    }
}
