using System.Diagnostics.CodeAnalysis;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// What became of one search. Closed: every page was read and nothing is known to be missing. Otherwise the code says why;
/// rows handed over before that are real, but what was not seen is unknown, never "nothing".
/// </summary>
internal sealed record WindowResult(string ResourceType)
{
    [MemberNotNullWhen(true, nameof(ServerTime))]
    [MemberNotNullWhen(false, nameof(FailureCode), nameof(FailureText))]
    public bool Closed => FailureCode is null && ServerTime is not null;

    /// <summary>One of <see cref="PullErrors"/>.</summary>
    public string? FailureCode { get; init; }

    /// <summary>
    /// The server answered, and not with everything that was asked. Not: that it, the way to it, or the time for it failed, or that it
    /// takes no such search.
    /// </summary>
    public bool IsCutShort => FailureCode is PullErrors.SearchRefused or PullErrors.TooLarge or PullErrors.NotAPage or PullErrors.RepeatedLink
        or PullErrors.TooManyPages or PullErrors.SearchForgotten or PullErrors.PartialPage or PullErrors.TotalShort;

    /// <summary>The server does not offer this optional type (400, 403, 404 …): not closed, and nothing it promised is missing.</summary>
    public bool NotOffered { get; init; }

    /// <summary>For a person; holds no patient data.</summary>
    public string? FailureText { get; init; }

    /// <summary>The server's clock when the search began: what is in the result was complete then.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    public int Pages { get; init; }

    /// <summary>Rows handed over, repetitions included.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that did not answer the question asked (other type, older than asked) and were left out.</summary>
    public long Dropped { get; init; }

    /// <summary>Entries without a readable resource. The window closes all the same; each is a gap.</summary>
    public long Damaged { get; init; }

    /// <summary>Outcomes of severity warning or information on the pages.</summary>
    public int Warnings { get; init; }
}
