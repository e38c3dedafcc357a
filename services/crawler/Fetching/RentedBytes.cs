using System.Buffers;

namespace Pipeline.Crawler.Fetching;

/// <summary>Bytes that are collected piece by piece in rented memory: dispose it after use.</summary>
internal sealed class RentedBytes(int firstSize) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(firstSize);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>Room for more; never empty.</summary>
    public Memory<byte> Free
    {
        get
        {
            if (Length == _buffer.Length)
                Grow();
            return _buffer.AsMemory(Length);
        }
    }

    public void Advance(int written) => Length += written;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
