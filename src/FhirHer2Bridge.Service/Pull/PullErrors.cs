namespace FhirHer2Bridge.Service.Pull;

/// <summary>Permanent codes of the reading side: what happened (summary) and what to do (remarks). Never reused.</summary>
internal static class PullErrors
{
    /// <summary>An address points to another origin than the configured server; nothing was sent there.</summary>
    /// <remarks>A proxy in front of the server usually does not rewrite its links: set the server's own public address.</remarks>
    public const string ForeignOrigin = "H2B-PULL-001";

    /// <summary>The configured access token is absent, empty, unreadable or not one line; nothing was sent.</summary>
    /// <remarks>Check the token file or environment variable named in the settings of this server.</remarks>
    public const string TokenUnavailable = "H2B-PULL-002";

    /// <summary>The server refused us (401 or 403).</summary>
    /// <remarks>Renew the token or have read access granted for the resource type named.</remarks>
    public const string AccessRefused = "H2B-PULL-003";

    /// <summary>No connection: refused, reset, name not found, or the answer broke off, after every retry.</summary>
    /// <remarks>Check address, network and proxy; the next cycle tries again from the same place.</remarks>
    public const string NoConnection = "H2B-PULL-010";

    /// <summary>No TLS connection: the certificate or the handshake was not accepted.</summary>
    /// <remarks>Install the certificate authority of the site in the system's store; there is no switch to trust any.</remarks>
    public const string NoTls = "H2B-PULL-011";

    /// <summary>No answer in time, retries included.</summary>
    /// <remarks>Lower the page size or raise the timeouts; the next cycle tries again from the same place.</remarks>
    public const string TimedOut = "H2B-PULL-012";

    /// <summary>The server kept failing, so requests are held back for a short while.</summary>
    /// <remarks>Nothing: the next cycle tries again. See the server's own log for its failures.</remarks>
    public const string CircuitOpen = "H2B-PULL-013";

    /// <summary>408, 429 or a 5xx answer that outlived every retry.</summary>
    /// <remarks>See the server's own log; with 429 lower the number of connections.</remarks>
    public const string ServerFailing = "H2B-PULL-014";

    /// <summary>The answer, once decompressed, is larger than allowed; reading stopped there.</summary>
    /// <remarks>Lower the page size; raise the limit only if single resources really are that large.</remarks>
    public const string TooLarge = "H2B-PULL-015";

    /// <summary>The server does not answer this search (a 4xx, a redirect, or another status that is no page).</summary>
    /// <remarks>Compare with the server's CapabilityStatement; the type counts as not read.</remarks>
    public const string SearchRefused = "H2B-PULL-020";

    /// <summary>The answer is no page: not JSON, a key given twice, or no Bundle of type searchset.</summary>
    /// <remarks>Check that the address is a FHIR R4 base and no sign-in page.</remarks>
    public const string NotAPage = "H2B-PULL-021";

    /// <summary>A next link was given that had been followed before.</summary>
    /// <remarks>A paging fault of the server: report it to its vendor; a larger page size can avoid it.</remarks>
    public const string RepeatedLink = "H2B-PULL-022";

    /// <summary>More pages, or more entries on a page, than allowed.</summary>
    /// <remarks>Raise the page size, bound the first load with Pull:Since, or raise the limit.</remarks>
    public const string TooManyPages = "H2B-PULL-023";

    /// <summary>The server forgot the search while it was paged (404 or 410 on a next link), twice.</summary>
    /// <remarks>Raise the time the server keeps its searches, or the page size.</remarks>
    public const string SearchForgotten = "H2B-PULL-024";

    /// <summary>The server left out a parameter of the search (its self link lacks it).</summary>
    /// <remarks>The type cannot be read this way from this server; see its CapabilityStatement.</remarks>
    public const string ParameterIgnored = "H2B-PULL-025";

    /// <summary>A page carries an OperationOutcome of severity error or fatal: something was left out.</summary>
    /// <remarks>The server's log names the resource it could not give.</remarks>
    public const string PartialPage = "H2B-PULL-026";

    /// <summary>The server announced more rows than its pages held.</summary>
    /// <remarks>A result limit or index fault of the server: bound the first load, ask the vendor.</remarks>
    public const string TotalShort = "H2B-PULL-027";

    /// <summary>Neither the page nor the response says the server's time, so how far was read is not known.</summary>
    /// <remarks>Let the proxy pass the Date header.</remarks>
    public const string NoServerTime = "H2B-PULL-028";

    /// <summary>The search holds a patient identifier and the server takes searches in the URL only; it was not sent.</summary>
    /// <remarks>Allow POST {type}/_search on the server; until then subjects given by identifier stay unresolved.</remarks>
    public const string IdentifierInUrl = "H2B-PULL-029";

    /// <summary>An entry of a page holds no readable resource; the rest of the page is used.</summary>
    /// <remarks>Report it to the server's vendor; what it held is not known to us.</remarks>
    public const string EntryDamaged = "H2B-PULL-030";

    /// <summary>A row of another type, or older, than was asked for; it is left out and the rest of the page is used.</summary>
    /// <remarks>A search fault of the server: compare its answer to the search in its log.</remarks>
    public const string RowNotAsked = "H2B-PULL-031";

    /// <summary>The time given to the cycle was up before the last page of the search.</summary>
    /// <remarks>Give it more time than its longest search needs; the next cycle reads this type again from the same place.</remarks>
    public const string OutOfTime = "H2B-PULL-032";
}
