using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>Summary and remarks of the service's constants, from the documentation file beside its assembly.</summary>
internal static partial class XmlComments
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "fhirher2bridge.xml"))
        .Descendants("member")
        .ToDictionary(static member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>The constants of a class in the order of their values, each with its two comments.</summary>
    public static IReadOnlyList<Constant> Of(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(static field => field.IsLiteral)
            .Select(field => new Constant(
                field.GetRawConstantValue()!, Text(type, field, "summary"), Text(type, field, "remarks"))),
    ];

    private static string Text(Type type, FieldInfo field, string part) =>
        Members.GetValueOrDefault($"F:{type.FullName}.{field.Name}")?.Element(part) is { } comment
            ? Spaces().Replace(string.Concat(comment.Nodes().Select(Plain)), " ").Trim()
            : "";

    private static string Plain(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } link => $"`{link.Attribute("cref")!.Value.Split('.')[^1]}`",
        XElement element => $"`{element.Value}`",
        XText text => text.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}

/// <summary>A documented constant.</summary>
internal sealed record Constant(object Value, string Meaning, string WhatToDo);
