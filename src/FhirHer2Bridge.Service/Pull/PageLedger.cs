using System.Text.Json;
using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>
/// The account of one search: which pages were acknowledged, what they held, and the first thing that went wrong. Only it
/// decides whether the window is closed. No I/O: pages go in, rows and the next address come out.
/// </summary>
internal sealed class PageLedger(SearchQuery query, PullSettings limits, Uri server)
{
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _distinct = [];
    private WindowResult _result = new(query.ResourceType);
    private long? _total;
    private int _outcomes;

    public int Pages => _result.Pages;

    /// <summary>Takes a page. Null: it is none; the search ends here and is not closed.</summary>
    public IReadOnlyList<PageEntry>? Accept(FhirResponse response, out string? next)
    {
        next = null;
        if (response.Status != 200)
        {
            Fail(PullErrors.SearchRefused, $"the server answered {response.Status}");
            return null;
        }

        if (Parse(response) is not { } page || (Pages == 0 && !IsAnswerToUs(page)))
        {
            return null;
        }

        if (Pages == 0)
        {
            _total = page.Total;
            _result = _result with { ServerTime = TimeOf(page, response) };
        }

        next = page.Next;
        _result = _result with { Pages = Pages + 1, Damaged = _result.Damaged + page.Damaged };
        var rows = new List<PageEntry>(page.Entries.Count);
        foreach (var entry in page.Entries)
        {
            if (Judge(entry))
            {
                rows.Add(entry);
            }
        }

        _result = _result with { Rows = _result.Rows + rows.Count };
        return rows;
    }

    /// <summary>Where the next link leads; null: it may not be followed, and the window is not closed.</summary>
    public Uri? Follow(string next, Uri page)
    {
        if (OriginGuard.Resolve(server, page, next) is not { } address)
        {
            return Stop(PullErrors.ForeignOrigin, "a next link leads to another origin; nothing was sent there");
        }

        if (!_followed.Add(address.AbsoluteUri))
        {
            return Stop(PullErrors.RepeatedLink, "a next link was given a second time");
        }

        return Pages >= limits.MaxPages ? Stop(PullErrors.TooManyPages, $"more than {limits.MaxPages} pages") : address;
    }

    /// <summary>Remembers the first reason why the window is not closed.</summary>
    public void Fail(string code, string text) =>
        _result = _result.FailureCode is null ? _result with { FailureCode = code, FailureText = text } : _result;

    /// <summary>The server does not offer the type asked for.</summary>
    public void RefuseType(int status)
    {
        Fail(PullErrors.SearchRefused, $"the server answered {status}");
        _result = _result with { NotOffered = true };
    }

    /// <summary>The account, once no page is left.</summary>
    public WindowResult Close()
    {
        if (_total > _distinct.Count + _outcomes)
        {
            Fail(PullErrors.TotalShort, $"the server announced {_total} rows and gave {_distinct.Count}");
        }

        if (_result.ServerTime is null)
        {
            Fail(PullErrors.NoServerTime, "the server's time is not known");
        }

        return _result;
    }

    private BundlePage? Parse(FhirResponse response)
    {
        try
        {
            var page = BundlePageReader.Read(response.Body);
            if (!page.IsSearchSet)
            {
                Fail(PullErrors.NotAPage, "the answer is no Bundle of type searchset");
                return null;
            }

            if (page.Entries.Count + page.Damaged > limits.MaxEntriesPerPage)
            {
                Fail(PullErrors.TooManyPages, $"more than {limits.MaxEntriesPerPage} entries on a page");
                return null;
            }

            return page;
        }
        catch (JsonException)
        {
            Fail(PullErrors.NotAPage, "the answer is not the JSON of a page");
            return null;
        }
    }

    private bool IsAnswerToUs(BundlePage page)
    {
        if (SelfLink.Ignored(query, page.Self, paged: page.Next is not null) is not { } ignored)
        {
            return true;
        }

        Fail(PullErrors.ParameterIgnored, $"the server ignored the parameter {ignored}");
        return false;
    }

    /// <summary>Enters one entry into the account; true: it is a row to hand over.</summary>
    private bool Judge(PageEntry entry)
    {
        if (entry.Mode == EntryMode.Outcome || entry.Type is "OperationOutcome")
        {
            TakeOutcome(entry);
            return false;
        }

        var other = entry.Type is not null && !string.Equals(entry.Type, query.ResourceType, StringComparison.Ordinal);
        if (entry.Mode == EntryMode.Include || (entry.Mode == EntryMode.Unstated && other))
        {
            return true;
        }

        _distinct.Add(RowFingerprint.Of(entry));
        var kept = !other && !(entry.LastUpdated < query.NotBefore);
        _result = kept ? _result : _result with { Dropped = _result.Dropped + 1 };
        return kept;
    }

    private void TakeOutcome(PageEntry entry)
    {
        _outcomes++;
        if (OutcomeSeverity.MeansLoss(entry.Utf8))
        {
            Fail(PullErrors.PartialPage, "a page reports an error instead of a row");
        }
        else
        {
            _result = _result with { Warnings = _result.Warnings + 1 };
        }
    }

    /// <summary>
    /// The page's own clock, else the response's less a second (it has whole seconds); of two the earlier, for a cursor too
    /// early reads twice and one too late loses rows.
    /// </summary>
    private static DateTimeOffset? TimeOf(BundlePage page, FhirResponse response)
    {
        var header = response.ServerDate - TimeSpan.FromSeconds(1);
        return page.LastUpdated is { } own && !(own > response.ServerDate + TimeSpan.FromSeconds(1)) ? own : header;
    }

    private Uri? Stop(string code, string text)
    {
        Fail(code, text);
        return null;
    }
}
