using Microsoft.Data.Sqlite;

namespace FhirHer2Bridge.Service.Store;

/// <summary>A store to be thrown away, equal to another one: a dry run takes the very same path as a cycle, on this.</summary>
internal sealed class StoreCopy : IDisposable
{
    private readonly DirectoryInfo _folder;

    private StoreCopy(DirectoryInfo folder) => _folder = folder;

    /// <summary>The copy's file; absent where there is no store yet.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "store.db");

    /// <summary>Copies the store, which another process may be writing, and its key file.</summary>
    /// <exception cref="StoreException">H2B-STORE-004, 010, 012; nothing is left behind.</exception>
    public static StoreCopy Of(string store)
    {
        var copy = new StoreCopy(Directory.CreateTempSubdirectory("fhirher2bridge-"));
        var complete = false;
        try
        {
            copy.Take(store);
            complete = true;
            return copy;
        }
        catch (SqliteException error)
        {
            throw StoreErrors.From(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unreachable.Exception(error);
        }
        finally
        {
            if (!complete)
            {
                copy.Dispose();
            }
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Take(string store)
    {
        if (!File.Exists(store) && !Directory.Exists(store))
        {
            return;
        }

        using var from = Connection(store, SqliteOpenMode.ReadOnly);
        using var to = Connection(Path, SqliteOpenMode.ReadWriteCreate);
        from.Open();
        to.Open();
        from.BackupDatabase(to);
        if (File.Exists(store + ".key"))
        {
            File.Copy(store + ".key", Path + ".key");
        }
    }

    private static SqliteConnection Connection(string path, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
}
