using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using FhirHer2Bridge.Fhir.Extract;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Documents;

/// <summary>
/// Runs pdftotext, a process for each PDF: no shell, no file, standard input to standard output, within a time and a size, with
/// an environment that holds no secret. Whatever goes wrong costs that document only.
/// </summary>
internal sealed class PdfToText : IPdfText
{
    /// <summary>Bytes of text taken from one PDF: all that a report may have, in the widest encoding.</summary>
    public const int LargestOutput = 16 * 1024 * 1024;

    private static readonly string[] Environment = ["PATH", "LD_LIBRARY_PATH", "SystemRoot", "TEMP", "TMPDIR"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _program;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    private PdfToText(string program, TimeSpan timeout, TimeProvider time) => (_program, _timeout, _time) = (program, timeout, time);

    /// <returns>Null: not configured.</returns>
    /// <exception cref="SettingsException">No program lies there.</exception>
    public static PdfToText? From(TextSettings text, TimeProvider time)
    {
        if (string.IsNullOrEmpty(text.PdfToText))
        {
            return null;
        }

        var program = Path.GetFullPath(text.PdfToText);
        return IsProgram(program)
            ? new PdfToText(program, text.PdfTimeout, time)
            : throw new SettingsException(
                [$"Text:PdfToText is {text.PdfToText}, which is no program that can be run; give the path of pdftotext (poppler), or leave the key out"]);
    }

    public string? Read(ReadOnlyMemory<byte> pdf)
    {
        try
        {
            using var limit = new CancellationTokenSource(_timeout, _time);
            using var process = Process.Start(Start());
            return process is null ? null : ReadAsync(process, pdf, limit.Token).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is Win32Exception or IOException or InvalidOperationException or DecoderFallbackException or OperationCanceledException)
        {
            return null;
        }
    }

    private static bool IsProgram(string program)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(program) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(program) & Executable) != UnixFileMode.None);
    }

    private static async Task<string?> ReadAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        try
        {
            var errors = TakeAsync(process.StandardError.BaseStream, Encoding.Latin1, cancellationToken);
            var writing = WriteAsync(process.StandardInput.BaseStream, pdf, cancellationToken);
            var text = await TakeAsync(process.StandardOutput.BaseStream, Utf8, cancellationToken);
            await writing;
            await process.WaitForExitAsync(cancellationToken);

            // It repairs a damaged file as well as it can and says so: pages may then be missing.
            var isWhole = process.ExitCode == 0 && !(await errors).Contains("Error", StringComparison.Ordinal);
            return isWhole ? text : null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>A program that has seen enough closes its input; its exit code says what it made of it.</summary>
    private static async Task WriteAsync(Stream input, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        try
        {
            await using (input)
            {
                await input.WriteAsync(pdf, cancellationToken);
            }
        }
        catch (IOException)
        {
            return;
        }
    }

    private static async Task<string> TakeAsync(Stream output, Encoding encoding, CancellationToken cancellationToken)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (var count = await output.ReadAsync(buffer, cancellationToken); count > 0; count = await output.ReadAsync(buffer, cancellationToken))
        {
            if (taken.Length + count > LargestOutput)
            {
                throw new InvalidOperationException("More text than a report has.");
            }

            await taken.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return encoding.GetString(taken.GetBuffer(), 0, (int)taken.Length);
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(_program, ["-enc", "UTF-8", "-layout", "-", "-"])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Except(Environment, StringComparer.OrdinalIgnoreCase).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
