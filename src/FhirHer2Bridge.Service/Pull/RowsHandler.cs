namespace FhirHer2Bridge.Service.Pull;

/// <summary>Takes the rows of one page. They are valid until it returns; after a restart rows may come a second time.</summary>
internal delegate ValueTask RowsHandler(IReadOnlyList<PageEntry> rows, CancellationToken cancellationToken);
