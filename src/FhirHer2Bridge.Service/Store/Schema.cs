using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>The numbered SQL files under schema/, each applied once and for good; PRAGMA user_version counts them.</summary>
internal static class Schema
{
    private const long ApplicationId = 0x48324642;

    private static readonly string[] Migrations =
    [
        .. typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The version this build writes.</summary>
    public static int Version => Migrations.Length;

    /// <summary>Brings the file up to <see cref="Version"/>; each step is one transaction.</summary>
    /// <exception cref="StoreException">H2B-STORE-003 newer; H2B-STORE-004 another program's file.</exception>
    public static async Task UpgradeAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        for (var version = await CheckAsync(connection, cancellationToken); version < Version; version++)
        {
            var step = await ReadAsync(Migrations[version], cancellationToken);
            var next = (version + 1).ToString(CultureInfo.InvariantCulture);
            await ExecuteAsync(connection, $"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {next};\nCOMMIT;", cancellationToken);
        }
    }

    /// <summary>Refuses any version but this one; changes nothing.</summary>
    /// <exception cref="StoreException">H2B-STORE-003 newer; 004 not a store; 005 empty; 011 older.</exception>
    public static async Task RequireCurrentAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var version = await CheckAsync(connection, cancellationToken);
        if (version < Version)
        {
            throw (version == 0 ? StoreErrors.Missing : StoreErrors.SchemaOlder).Exception();
        }
    }

    /// <summary>The file's version; 0: empty.</summary>
    private static async Task<long> CheckAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var version = await ScalarAsync(connection, "PRAGMA user_version", cancellationToken);
        var isOurs = await ScalarAsync(connection, "PRAGMA application_id", cancellationToken) == ApplicationId;
        var isEmpty = version == 0 && await ScalarAsync(connection, "SELECT count(*) FROM sqlite_schema", cancellationToken) == 0;
        return (isOurs || isEmpty, version > Version) switch
        {
            (false, _) => throw StoreErrors.NotAStore.Exception(),
            (true, true) => throw StoreErrors.SchemaNewer.Exception(),
            (true, false) => version,
        };
    }

    private static async Task<string> ReadAsync(string resource, CancellationToken cancellationToken)
    {
        await using var stream = typeof(Schema).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    private static async Task<long> ScalarAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
