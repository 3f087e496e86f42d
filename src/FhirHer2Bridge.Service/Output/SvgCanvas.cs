using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FhirHer2Bridge.Service.Output;

/// <summary>A group of an SVG picture. All text goes through the XML writer and <see cref="PlainText"/>.</summary>
internal sealed class SvgCanvas
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement _group;

    private SvgCanvas(XElement group) => _group = group;

    /// <param name="title">Read out in place of the picture.</param>
    public static SvgCanvas Create(string title) => new(new XElement(
        Svg + "svg",
        new XAttribute("role", "img"),
        new XAttribute("font-family", "'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"),
        new XElement(Svg + "title", PlainText.Clean(title))));

    /// <summary>A group above everything drawn so far and below everything that follows.</summary>
    /// <param name="tooltip">Shown while the pointer rests on the group.</param>
    public SvgCanvas Group(string? tooltip = null)
    {
        var group = new XElement(Svg + "g");
        if (tooltip is not null)
        {
            group.Add(new XElement(Svg + "title", PlainText.Clean(tooltip)));
        }

        _group.Add(group);
        return new SvgCanvas(group);
    }

    /// <summary>With a white halo, so that a line behind it does not cut it.</summary>
    public void Text(double x, double y, string text, TextLook? look = null)
    {
        var used = look ?? TextLook.Plain;
        Add("text", ("x", N(x)), ("y", N(y)), ("font-size", N(used.Size)), ("fill", used.Color),
            ("font-weight", used.Bold ? "bold" : null), ("text-anchor", used.Anchor),
            ("text-decoration", used.Struck ? "line-through" : null),
            ("paint-order", "stroke"), ("stroke", "#FFFFFF"), ("stroke-width", "3")).Value = PlainText.Clean(text);
    }

    public void Line((double X, double Y) from, (double X, double Y) to, Pen pen) =>
        Add("line", [("x1", N(from.X)), ("y1", N(from.Y)), ("x2", N(to.X)), ("y2", N(to.Y)), .. Stroke(pen)]);

    public void Box((double X, double Y) corner, (double Width, double Height) size, string fill, Pen? pen = null) =>
        Add("rect", [("x", N(corner.X)), ("y", N(corner.Y)), ("width", N(size.Width)), ("height", N(size.Height)),
            ("rx", "2"), ("fill", fill), .. Stroke(pen)]);

    public void Circle((double X, double Y) centre, double radius, string fill, Pen? pen = null) =>
        Add("circle", [("cx", N(centre.X)), ("cy", N(centre.Y)), ("r", N(radius)), ("fill", fill), .. Stroke(pen)]);

    public void Polygon(IEnumerable<(double X, double Y)> corners, string fill, Pen? pen = null) =>
        Add("polygon", [("points", string.Join(' ', corners.Select(static c => $"{N(c.X)},{N(c.Y)}"))), ("fill", fill), .. Stroke(pen)]);

    /// <summary>The whole document, at its own size and scalable.</summary>
    public string Save(double width, double height)
    {
        _group.Add(
            new XAttribute("width", N(width)), new XAttribute("height", N(height)), new XAttribute("viewBox", $"0 0 {N(width)} {N(height)}"));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            _group.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }

    private static IEnumerable<(string Name, string? Value)> Stroke(Pen? pen) => pen is { } drawn
        ? [("stroke", drawn.Color), ("stroke-width", N(drawn.Width)), ("stroke-dasharray", drawn.Dash)]
        : [];

    private XElement Add(string name, params (string Name, string? Value)[] attributes)
    {
        var element = new XElement(Svg + name, attributes.Where(static a => a.Value is not null).Select(static a => new XAttribute(a.Name, a.Value!)));
        _group.Add(element);
        return element;
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>How text looks; <see cref="Anchor"/> is SVG's text-anchor.</summary>
internal sealed record TextLook(double Size = 11, string Color = "#222222", bool Bold = false)
{
    public static TextLook Plain { get; } = new();

    public static TextLook Faint { get; } = new(10, "#595959");

    public string? Anchor { get; init; }

    public bool Struck { get; init; }
}

internal readonly record struct Pen(string Color, double Width = 1, string? Dash = null);
