using System.Globalization;
using System.Text;

namespace FhirHer2Bridge.Tests.Kit;

/// <summary>A PDF of one page in Helvetica, written by hand: what a reporting program makes, and no more.</summary>
internal static class MinimalPdf
{
    public static byte[] Of(params string[] lines) => Write(lines, trailer: "");

    /// <summary>Locked with a password nobody knows: its keys are made up.</summary>
    public static byte[] Locked(params string[] lines)
    {
        var key = new string('4', 64);
        return Write(lines, $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key[..32]}> <{key[..32]}>]");
    }

    private static byte[] Write(string[] lines, string trailer)
    {
        var page = "BT /F1 12 Tf 72 720 Td 14 TL " + string.Concat(lines.Select(static line => $"({Escaped(line)}) Tj T* ")) + "ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {page.Length} >>\nstream\n{page}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var number = 1; number <= objects.Length; number++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var xref = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{xref}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static string Escaped(string line) => line.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
