using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>Every way the store refuses. Codes are never reused; docs/errors.md lists them.</summary>
internal static class StoreErrors
{
    public static StoreError EndpointBaseChanged { get; } = new(
        "H2B-STORE-001",
        "The store knows this endpoint under another base address.",
        "Give the other server its own endpoint name, or use another store.");

    public static StoreError InUse { get; } = new(
        "H2B-STORE-002",
        "Another process works on this store.",
        "Wait for it or stop it; the lock ends with the process.");

    public static StoreError SchemaNewer { get; } = new(
        "H2B-STORE-003",
        "The store was written by a newer version.",
        "Run that version or a later one; the store was not touched.");

    public static StoreError NotAStore { get; } = new(
        "H2B-STORE-004",
        "The file is not a store of this bridge, or it is damaged.",
        "Check the path; restore a backup, or move the file away and read the server again.");

    public static StoreError Missing { get; } = new(
        "H2B-STORE-005",
        "There is no store at this path, or it is still empty.",
        "Check the path, or run sync first.");

    public static StoreError Unreadable { get; } = new(
        "H2B-STORE-006",
        "Stored content has a form this version does not know.",
        "Run the version that wrote it; nothing was dropped.");

    public static StoreError EndpointUnknown { get; } = new(
        "H2B-STORE-007",
        "The endpoint is not registered in this store.",
        "Check the endpoint's name; sync registers it.");

    public static StoreError ReadOnly { get; } = new(
        "H2B-STORE-008",
        "The store cannot be written: it was opened for reading, or its file does not permit it.",
        "Check the owner and the mode of the file and its folder.");

    public static StoreError SecretUnusable { get; } = new(
        "H2B-STORE-009",
        "The secret of the flag keys is missing, too short (under 16 bytes) or damaged.",
        "Give the secret again, or restore the key file beside the store from its backup.");

    public static StoreError Unreachable { get; } = new(
        "H2B-STORE-010",
        "The store's file or folder cannot be opened or written.",
        "Check that the disk has room and that the service's user may write there.");

    public static StoreError SchemaOlder { get; } = new(
        "H2B-STORE-011",
        "The store was written by an older version and reading does not change it.",
        "Run sync once with this version.");

    public static StoreError Busy { get; } = new(
        "H2B-STORE-012",
        "The store's file is locked by another program.",
        "Stop what reads or copies the file; back it up with a tool that knows SQLite.");

    public static StoreError Failed { get; } = new(
        "H2B-STORE-013",
        "The store refused an operation for a reason of its own.",
        "Report it with the SQLite code of the inner error; nothing was half written.");

    /// <summary>In order of their codes.</summary>
    public static IReadOnlyList<StoreError> All { get; } =
    [
        EndpointBaseChanged, InUse, SchemaNewer, NotAStore, Missing, Unreadable, EndpointUnknown,
        ReadOnly, SecretUnusable, Unreachable, SchemaOlder, Busy, Failed,
    ];

    /// <summary>The meaning of an SQLite result code (https://www.sqlite.org/rescode.html).</summary>
    public static StoreException From(SqliteException error)
    {
        var meaning = (error.SqliteErrorCode, error.SqliteExtendedErrorCode) switch
        {
            (_, 787) => EndpointUnknown,  // SQLITE_CONSTRAINT_FOREIGNKEY
            (5 or 6, _) => Busy,          // SQLITE_BUSY, SQLITE_LOCKED
            (8, _) => ReadOnly,           // SQLITE_READONLY
            (11 or 26, _) => NotAStore,   // SQLITE_CORRUPT, SQLITE_NOTADB
            (3 or 10 or 13 or 14, _) => Unreachable, // SQLITE_PERM, IOERR, FULL, CANTOPEN
            _ => Failed,
        };
        return meaning.Exception(error);
    }
}

/// <summary>A permanent code, what it means, and what the person at the site does about it.</summary>
internal sealed record StoreError(string Code, string Meaning, string WhatToDo)
{
    public StoreException Exception(Exception? inner = null) => new(Code, $"{Meaning} {WhatToDo}", inner);
}
