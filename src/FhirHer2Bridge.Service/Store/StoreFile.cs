namespace FhirHer2Bridge.Service.Store;

/// <summary>Files that only the service's user may read. Existing folders keep their mode; Windows inherits its folder's rights.</summary>
internal static class StoreFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Makes sure that the file exists, empty if new, and that nobody else may read it. SQLite gives its "-wal" and "-shm" the mode of the file.
    /// </summary>
    /// <exception cref="StoreException">H2B-STORE-010.</exception>
    public static void Prepare(string path)
    {
        using var file = Guard(() =>
        {
            CreateFolderOf(path);
            return Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite | FileShare.Delete);
        });
        Guard(() =>
        {
            Narrow(path);
            return true;
        });
    }

    /// <summary>A new folder is the owner's only.</summary>
    public static void CreateFolderOf(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Opens for reading and writing; a file that is created has mode 0600 from its first moment.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }

    /// <summary>Takes away what others may do with the file.</summary>
    public static void Narrow(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~Owner) != UnixFileMode.None)
        {
            File.SetUnixFileMode(path, mode & Owner);
        }
    }

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unreachable.Exception(error);
        }
    }
}
