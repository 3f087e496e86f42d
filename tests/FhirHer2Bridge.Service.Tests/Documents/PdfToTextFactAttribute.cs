namespace FhirHer2Bridge.Service.Tests.Documents;

/// <summary>A test that runs the real pdftotext, which is no part of .NET.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfToTextFactAttribute : FactAttribute
{
    public PdfToTextFactAttribute()
    {
        if (Program is null)
        {
            Skip = "PDF NOT READ: pdftotext is not installed (Debian, Ubuntu: apt-get install poppler-utils).";
        }
    }

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(static folder => new[] { Path.Combine(folder, "pdftotext"), Path.Combine(folder, "pdftotext.exe") })
        .FirstOrDefault(File.Exists);
}
