using System.Text;

namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>Headings, paragraphs and tables, with one blank line between them.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public MarkdownText Block(string text)
    {
        _text.Append(_text.Length == 0 ? "" : "\n").Append(text).Append('\n');
        return this;
    }

    public MarkdownText Table(string[] head, IEnumerable<string[]> rows)
    {
        var lines = new List<string> { Row(head), Row([.. head.Select(static _ => "---")]) };
        lines.AddRange(rows.Select(Row));
        return Block(string.Join('\n', lines));
    }

    public override string ToString() => _text.ToString();

    private static string Row(string[] cells) =>
        $"| {string.Join(" | ", cells.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
