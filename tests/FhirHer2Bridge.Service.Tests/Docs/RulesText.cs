using System.Globalization;
using FhirHer2Bridge.Core.Rules;

namespace FhirHer2Bridge.Service.Tests.Docs;

/// <summary>docs/rules.md, from the rule cards.</summary>
internal static class RulesText
{
    public const string File = "docs/rules.md";

    public static string Derive()
    {
        var text = new MarkdownText()
            .Block("# Rules")
            .Block("Derived from the rule cards; do not edit. After a change: `UPDATE_DOCS=1 dotnet test tests/FhirHer2Bridge.Service.Tests`.")
            .Block($"Rules version {RuleBook.Version}. A flag reports a situation; it never advises to stop or start a drug.")
            .Block("Where a parameter says \"no guideline\", **no guideline gives this number**: it is an engineering default within a "
                + "range that can be argued, and the site's clinician signs it before use. A site sets it under "
                + "`Rules:Thresholds:<rule>:<parameter>`; a value outside the range stops the start.")
            .Block(RuleCard.Dismissal)
            .Block(RuleCard.NotRead);
        foreach (var card in RuleBook.Default.Rules.Select(static rule => rule.Card))
        {
            text.Block($"## {card.Id} {card.Title}")
                .Table(["", ""], Facts(card));
            if (card.Parameters.Count > 0)
            {
                text.Table(["Parameter", "Unit", "Default", "Range", "Meaning", "Whence"], card.Parameters.Select(Row));
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Facts(RuleCard card)
    {
        yield return ["Flags", string.Join(", ", card.Codes.Select(static code => $"`{code}`"))];
        yield return ["Revision", card.Revision.ToString(CultureInfo.InvariantCulture)];
        yield return ["Raised when", card.Trigger];
        yield return ["Ends when", card.Clears];
        yield return ["Severity", card.Severity];
        yield return ["Rests on", card.Source];
        if (card.SilentWhileOpen.Count > 0)
        {
            yield return ["Adds nothing while open", string.Join(", ", card.SilentWhileOpen)];
        }
    }

    private static string[] Row(RuleParameter parameter) =>
    [
        $"`{parameter.Name}`",
        parameter.Unit,
        Number(parameter.Default),
        $"{Number(parameter.Min)} to {Number(parameter.Max)}",
        parameter.Meaning,
        parameter.IsGuideline ? "guideline" : "no guideline",
    ];

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
