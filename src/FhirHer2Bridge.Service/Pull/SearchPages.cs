using FhirHer2Bridge.Service.Settings;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Reads one search to its end, page by page, so that memory stays flat.</summary>
internal sealed class SearchPages(IFhirTransport transport, ISearchTraits traits, PullSettings settings, ILogger<SearchPages> logger)
{
    /// <summary>
    /// Every page, or a result that says why not. An unreachable server is such a result; what <paramref name="onRows"/>
    /// throws is not caught.
    /// </summary>
    /// <exception cref="FhirRefusedException">H2B-PULL-003: 401 or 403.</exception>
    public Task<WindowResult> ReadAsync(SearchQuery query, RowsHandler onRows, CancellationToken cancellationToken) =>
        ReadAsync(query, onRows, static () => false, cancellationToken);

    /// <inheritdoc cref="ReadAsync(SearchQuery, RowsHandler, CancellationToken)"/>
    /// <param name="query">The search.</param>
    /// <param name="onRows">Takes each page.</param>
    /// <param name="isOver">Asked before every page: true ends the search there, and it is not closed.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<WindowResult> ReadAsync(SearchQuery query, RowsHandler onRows, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var ledger = new PageLedger(query, settings, transport.Base);
        if (await WalkAsync(query, ledger, onRows, isOver, cancellationToken) == Walk.Forgotten)
        {
            PullLog.Restarting(logger, query.ResourceType, ledger.Pages);
            ledger = new PageLedger(query, settings, transport.Base);
            if (await WalkAsync(query, ledger, onRows, isOver, cancellationToken) == Walk.Forgotten)
            {
                ledger.Fail(PullErrors.SearchForgotten, "the server forgot the search twice while it was paged");
            }
        }

        var result = ledger.Close();
        if (result.Closed)
        {
            PullLog.WindowClosed(logger, result.ResourceType, result.Rows, result.Pages);
        }
        else
        {
            PullLog.WindowOpen(logger, result.ResourceType, result.Pages, result.FailureCode, result.FailureText);
        }

        return result;
    }

    private async Task<Walk> WalkAsync(
        SearchQuery query, PageLedger ledger, RowsHandler onRows, Func<bool> isOver, CancellationToken cancellationToken)
    {
        var response = await InTimeAsync(() => FirstAsync(query, cancellationToken), query.IsOptional || query.MayBeForbidden);
        if (query.IsOptional && response?.Status is 400 or 403 or 404 or 405 or 422 or 501)
        {
            ledger.RefuseType(response.Status);
            return Walk.Ended;
        }

        while (response is not null)
        {
            if (ledger.Pages > 0 && response.Status is 404 or 410)
            {
                return Walk.Forgotten;
            }

            if (ledger.Accept(response, out var next) is not { } rows)
            {
                break;
            }

            await onRows(rows, cancellationToken);
            if (next is null || ledger.Follow(next, response.Address) is not { } address)
            {
                break;
            }

            var request = new FhirRequest(HttpMethod.Get, address.AbsoluteUri);
            response = await InTimeAsync(() => transport.SendAsync(request, cancellationToken), mayBeForbidden: false);
        }

        return Walk.Ended;

        async Task<FhirResponse?> InTimeAsync(Func<Task<FhirResponse>> send, bool mayBeForbidden)
        {
            if (!isOver())
            {
                return await TryAsync(ledger, send, mayBeForbidden);
            }

            ledger.Fail(PullErrors.OutOfTime, "the time given was up");
            return null;
        }
    }

    private async Task<FhirResponse> FirstAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (traits.SearchByGet && !query.PostOnly)
        {
            return await transport.SendAsync(query.ToGet(), cancellationToken);
        }

        var posted = await transport.SendAsync(query.ToPost(), cancellationToken);
        if (posted.Status is not (404 or 405 or 415 or 501))
        {
            return posted;
        }

        if (query.PostOnly)
        {
            throw new FhirUnreachableException(PullErrors.IdentifierInUrl, "the server takes searches in the URL only");
        }

        var gotten = await transport.SendAsync(query.ToGet(), cancellationToken);
        if (gotten.IsSuccess)
        {
            PullLog.SearchingByGet(logger);
            await traits.LearnSearchByGetAsync(cancellationToken);
        }

        return gotten;
    }

    private static async Task<FhirResponse?> TryAsync(PageLedger ledger, Func<Task<FhirResponse>> send, bool mayBeForbidden)
    {
        try
        {
            var response = await send();
            return response.Status is 401 || (response.Status is 403 && !mayBeForbidden)
                ? throw new FhirRefusedException(PullErrors.AccessRefused, $"the server answered {response.Status}")
                : response;
        }
        catch (FhirUnreachableException fault)
        {
            ledger.Fail(fault.Code, fault.Reason);
            return null;
        }
    }

    private enum Walk
    {
        Ended,
        Forgotten,
    }
}
