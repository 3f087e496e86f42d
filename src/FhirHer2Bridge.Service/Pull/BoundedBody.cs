using System.Buffers;

namespace FhirHer2Bridge.Service.Pull;

/// <summary>Reads a response body and stops where it grows past the limit, counted after decompression (gzip bombs).</summary>
internal static class BoundedBody
{
    private const int Chunk = 64 * 1024;

    /// <exception cref="FhirUnreachableException">H2B-PULL-015: more than <paramref name="limit"/> bytes.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, long limit, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength ?? 0;
        Check(announced, limit);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = new ArrayBufferWriter<byte>((int)announced + Chunk);
        int read;
        while ((read = await stream.ReadAsync(body.GetMemory(Chunk), cancellationToken)) > 0)
        {
            body.Advance(read);
            Check(body.WrittenCount, limit);
        }

        return body.WrittenSpan.ToArray();
    }

    private static void Check(long size, long limit)
    {
        if (size > limit)
        {
            throw new FhirUnreachableException(PullErrors.TooLarge, $"the answer is larger than {limit} bytes");
        }
    }
}
