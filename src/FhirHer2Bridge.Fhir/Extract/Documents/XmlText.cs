using System.Xml;

namespace FhirHer2Bridge.Fhir.Extract.Documents;

/// <summary>
/// The text content of XML that is written for people (CDA, an XML of paragraphs). Well-formed only: a document that breaks off
/// is not read. No DTD, nothing outside the document.
/// </summary>
internal static class XmlText
{
    /// <summary>Elements within elements.</summary>
    public const int Deepest = 500;

    /// <returns>Null: not well-formed, or its answers do not stand in its text (a form with values in attributes, a file within it).</returns>
    public static string? Of(string xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using var characters = new StringReader(xml);
            using var reader = XmlReader.Create(characters, settings);
            return Read(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Read(XmlReader reader)
    {
        var (text, isClinicalDocument, hasCell) = (new TextSink(), false, false);
        reader.MoveToContent();
        while (!reader.EOF)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > Deepest || HoldsData(reader, isClinicalDocument |= reader.LocalName is "ClinicalDocument"):
                    return null;
                case XmlNodeType.Element when IsWithdrawn(reader):
                    reader.Skip();
                    continue;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    hasCell = Part(reader, text, hasCell);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Flowing(reader.Value);
                    break;
            }

            reader.Read();
        }

        return text.Finish();
    }

    private static bool Part(XmlReader reader, TextSink text, bool hasCell)
    {
        var isStart = reader.NodeType is XmlNodeType.Element;
        switch (reader.LocalName)
        {
            case "td" or "th":
                if (isStart && hasCell)
                {
                    text.Tab();
                }

                return true;
            case "tr":
                text.EndRow();
                return false;
            case "br" when isStart:
                text.NewLine();
                return hasCell;
            case "content" or "sub" or "sup" or "b" or "i" or "u" or "em" or "strong" or "span" or "a" or "linkHtml" or "br":
                return hasCell;
            default:
                text.EndLine();
                return hasCell;
        }
    }

    private static bool IsWithdrawn(XmlReader reader) =>
        reader.LocalName is "del" or "s" or "strike" || reader.GetAttribute("revised") is "delete";

    /// <summary>A form says in attributes what was answered; CDA says in its text what its attributes say.</summary>
    private static bool HoldsData(XmlReader reader, bool isClinicalDocument) =>
        reader.GetAttribute("representation") is "B64"
        || (!isClinicalDocument && (reader.GetAttribute("value") ?? reader.GetAttribute("val") ?? reader.GetAttribute("selected")) is not null);
}
