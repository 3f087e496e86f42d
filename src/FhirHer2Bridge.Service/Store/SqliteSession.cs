using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The one connection of a process to its store, used by one caller at a time. Everything runs in a transaction; SQLite's
/// errors leave as <see cref="StoreException"/>.
/// </summary>
internal sealed class SqliteSession : IAsyncDisposable
{
    // FULL: a committed transaction survives the loss of power. secure_delete: what is purged is overwritten, not only unlinked.
    private const string Pragmas = "PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly StoreLock? _lock;

    private SqliteSession(SqliteConnection connection, StoreLock? storeLock) => (_connection, _lock) = (connection, storeLock);

    /// <summary>For the one process that writes: creates or upgrades the file.</summary>
    public static async Task<SqliteSession> OpenAsync(string path, CancellationToken cancellationToken)
    {
        StoreFile.Prepare(path);
        var session = new SqliteSession(Connection(path, SqliteOpenMode.ReadWrite), StoreLock.Take(path));
        await session.StartAsync(
            async connection =>
            {
                await Schema.UpgradeAsync(connection, cancellationToken);
                await RunAsync(connection, "PRAGMA journal_mode = WAL", cancellationToken);
            },
            cancellationToken);
        return session;
    }

    /// <summary>Beside the process that writes, without its lock. Changes nothing.</summary>
    public static async Task<SqliteSession> OpenReadOnlyAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw StoreErrors.Missing.Exception();
        }

        var session = new SqliteSession(Connection(path, SqliteOpenMode.ReadOnly), storeLock: null);
        await session.StartAsync(connection => Schema.RequireCurrentAsync(connection, cancellationToken), cancellationToken);
        return session;
    }

    /// <summary>One consistent view, also while another process writes.</summary>
    public Task<T> ReadAsync<T>(string endpoint, Func<StoreTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync("BEGIN DEFERRED", endpoint, work, cancellationToken);

    /// <summary>All of it or nothing.</summary>
    public Task<T> WriteAsync<T>(string endpoint, Func<StoreTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync("BEGIN IMMEDIATE", endpoint, work, cancellationToken);

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(string endpoint, Func<StoreTransaction, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            endpoint,
            async transaction =>
            {
                await work(transaction);
                return true;
            },
            cancellationToken);

    /// <summary>Empties the write-ahead log, so that no earlier page content stays in it.</summary>
    public Task TruncateLogAsync(CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                await RunAsync(_connection, "PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
                return true;
            },
            cancellationToken);

    /// <summary>Waits for the work at hand. The lock goes last.</summary>
    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await _connection.DisposeAsync();
            _lock?.Dispose();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static SqliteConnection Connection(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task StartAsync(Func<SqliteConnection, Task> prepare, CancellationToken cancellationToken)
    {
        var started = false;
        try
        {
            await InTurnAsync(
                async () =>
                {
                    await _connection.OpenAsync(cancellationToken);
                    await RunAsync(_connection, Pragmas, cancellationToken);
                    await prepare(_connection);
                    return true;
                },
                cancellationToken);
            started = true;
        }
        finally
        {
            if (!started)
            {
                await DisposeAsync();
            }
        }
    }

    private Task<T> RunAsync<T>(string begin, string endpoint, Func<StoreTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        InTurnAsync(
            async () =>
            {
                await RunAsync(_connection, begin, cancellationToken);
                try
                {
                    var result = await work(new StoreTransaction(_connection, endpoint, cancellationToken));
                    await RunAsync(_connection, "COMMIT", cancellationToken);
                    return result;
                }
                finally
                {
                    // SQLite itself ends a transaction on some errors (full disk): then there is nothing to roll back.
                    if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
                    {
                        await RunAsync(_connection, "ROLLBACK", CancellationToken.None);
                    }
                }
            },
            cancellationToken);

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
        finally
        {
            _turn.Release();
        }
    }
}
