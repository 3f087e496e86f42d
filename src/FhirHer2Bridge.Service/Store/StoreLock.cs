namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// One writing process per store: an exclusive handle on "&lt;store&gt;.lock". The operating system releases it when the process
/// ends, however it ends. The file stays: removing it would let two processes lock two files of one name.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <exception cref="StoreException">H2B-STORE-002: held by another; H2B-STORE-010: cannot be opened.</exception>
    public static StoreLock Take(string storePath)
    {
        var path = storePath + ".lock";
        try
        {
            return new StoreLock(StoreFile.Open(path, FileMode.OpenOrCreate, FileShare.None));
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw StoreErrors.InUse.Exception(error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unreachable.Exception(error);
        }
    }

    public void Dispose() => _file.Dispose();
}
