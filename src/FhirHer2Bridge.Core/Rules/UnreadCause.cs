using FhirHer2Bridge.Core.Facts;
using FhirHer2Bridge.Core.Primitives;

namespace FhirHer2Bridge.Core.Rules;

/// <summary>One reason why a question about a patient has no answer.</summary>
/// <param name="Until">Something seen that makes it matter no longer; null: nothing so far.</param>
/// <param name="Source">The resource that could not be used; null: it is not one resource.</param>
internal sealed record UnreadCause(string Anchor, DateTimeOffset From, DateTimeOffset? Until, SourceRef? Source, ClinicalTime? When, string Text)
{
    /// <summary>Resources of the same cause, of which the anchor is the first.</summary>
    public EquatableArray<string> Members { get; init; }
}
