using FhirHer2Bridge.Fhir.R4;

namespace FhirHer2Bridge.Fhir.Extract.Reports;

/// <summary>
/// The attachments of a report. Its forms are equivalent (R4), so one format is read, the first that can be; what several
/// attachments of that format say (a report and its addendum) is all read.
/// </summary>
/// <param name="Texts">What was read, with its path.</param>
/// <param name="Gap">There are attachments, and none was read; null: not so.</param>
internal sealed record PresentedForms(IReadOnlyList<(string Path, string Text)> Texts, IssueCode? Gap)
{
    public static PresentedForms Read(Reading reading)
    {
        var forms = reading.Root.Items("presentedForm").Select(static (form, index) => (Form: form, Path: $"presentedForm[{index}]"));
        var isPdf = false;
        var isAny = false;
        foreach (var format in forms.GroupBy(static form => AttachmentReader.Format(form.Form)).OrderBy(static format => format.Key))
        {
            isAny = true;
            var texts = new List<(string, string)>();
            foreach (var (form, path) in format)
            {
                var (text, problem) = AttachmentReader.Read(form, reading.PdfText);
                if (text is not null)
                {
                    texts.Add(($"{path}.data", text));
                }
                else if (problem is not null)
                {
                    reading.Issue(problem, path);
                    isPdf |= problem == IssueCodes.PdfNotConfigured || problem == IssueCodes.PdfNotRead;
                }
            }

            if (texts.Count > 0)
            {
                return new PresentedForms(texts, null);
            }
        }

        return new PresentedForms([], !isAny ? null : isPdf ? GapCodes.PdfNotRead : GapCodes.AttachmentNotRead);
    }
}
