using System.Collections.Frozen;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>What an element of HTML does to the words in it.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(StringComparer.Ordinal,
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul", "xmp");

    private static readonly FrozenSet<string> Raw = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "title", "iframe", "noembed", "noframes");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal,
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    private static readonly string[] UnseenStyles = ["display:none", "visibility:hidden", "line-through", "mso-hide:all"];

    /// <summary>Stands on lines of its own.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Its content is no markup, and no part of the page's text.</summary>
    public static bool IsRaw(string name) => Raw.Contains(name);

    /// <summary>Has no content and no end tag.</summary>
    public static bool IsVoid(string name) => Void.Contains(name);

    /// <summary>Struck out, and so withdrawn, or not shown to the reader of the page.</summary>
    public static bool IsUnseen(HtmlTag tag) =>
        tag.Name is "del" or "s" or "strike" or "template" || tag.Attribute("hidden") is not null || StyleSays(tag, UnseenStyles);

    public static bool KeepsLines(HtmlTag tag) => tag.Name is "pre" or "xmp" or "textarea" || StyleSays(tag, "white-space:pre", "white-space:break-spaces");

    private static bool StyleSays(HtmlTag tag, params ReadOnlySpan<string> properties)
    {
        if (tag.Attribute("style") is not { Length: > 0 } style)
        {
            return false;
        }

        var plain = string.Concat(style.Where(static character => !char.IsWhiteSpace(character))).ToLowerInvariant();
        foreach (var property in properties)
        {
            if (plain.Contains(property, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
