using System.Security.Cryptography;
using System.Text;

namespace FhirHer2Bridge.Service.Store;

/// <summary>
/// The HMAC-SHA-256 secret of the flag keys: the UTF-8 bytes of a text, so that the key file's content can be given to a second
/// bridge as it stands. Other keys are made with another secret; flags already known keep theirs.
/// </summary>
internal sealed class EndpointSecret
{
    private const int MinimumBytes = 16;
    private const int GeneratedBytes = 32;

    private readonly byte[] _key;

    private EndpointSecret(byte[] key, bool isNew) => (_key, IsNew) = (key, isNew);

    /// <summary>It was made just now and stands in the key file only: the site is told to keep that file.</summary>
    public bool IsNew { get; }

    /// <summary>From the environment, or the text of a file the site names; white space around it does not count.</summary>
    /// <exception cref="StoreException">H2B-STORE-009: under 16 bytes.</exception>
    public static EndpointSecret FromText(string text) => From(text, isNew: false);

    /// <summary>
    /// Reads "&lt;store&gt;.key" beside the store, or makes it: 32 random bytes in hexadecimal, mode 0600. It appears under its
    /// name only when it is complete.
    /// </summary>
    /// <exception cref="StoreException">H2B-STORE-009: damaged; H2B-STORE-010: cannot be read or written.</exception>
    public static EndpointSecret BesideStore(string storePath)
    {
        var path = storePath + ".key";
        try
        {
            var isNew = !File.Exists(path) && TryCreate(path);
            StoreFile.Narrow(path);
            var text = File.ReadAllText(path);
            return text.Trim().Length == 2 * GeneratedBytes ? From(text, isNew) : throw StoreErrors.SecretUnusable.Exception();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Unreachable.Exception(error);
        }
    }

    /// <summary>HMAC-SHA-256 of the message's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public string Sign(string message) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(message)));

    public override string ToString() => "secret ***";

    private static EndpointSecret From(string text, bool isNew)
    {
        var key = Encoding.UTF8.GetBytes(text.Trim());
        return key.Length >= MinimumBytes ? new EndpointSecret(key, isNew) : throw StoreErrors.SecretUnusable.Exception();
    }

    /// <summary>False: another process was first, and its secret holds.</summary>
    private static bool TryCreate(string path)
    {
        StoreFile.CreateFolderOf(path);
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.new";
        try
        {
            using (var file = StoreFile.Open(draft, FileMode.CreateNew, FileShare.None))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(GeneratedBytes)) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
