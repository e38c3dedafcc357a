using System.Buffers.Binary;

namespace Pipeline.Extractor.Work.Helpers;

/// <summary>Byte strings on a stream, each behind its length.</summary>
internal static class Frames
{
    public static async Task Write(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        await target.WriteAsync(length, cancellation);
        await target.WriteAsync(bytes, cancellation);
        await target.FlushAsync(cancellation);
    }

    /// <returns>Null at the end of the stream.</returns>
    /// <exception cref="EndOfStreamException">The stream ends within a frame.</exception>
    /// <exception cref="InvalidDataException">The frame is longer than allowed.</exception>
    public static async Task<byte[]?> Read(Stream source, long longest, CancellationToken cancellation = default)
    {
        var head = new byte[sizeof(int)];
        var got = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (got == 0)
            return null;
        var length = got == head.Length ? BinaryPrimitives.ReadInt32LittleEndian(head) : throw new EndOfStreamException();
        if (length < 0 || length > longest)
            throw new InvalidDataException($"A frame of {length} bytes is longer than {longest}.");
        var bytes = new byte[length];
        await source.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
