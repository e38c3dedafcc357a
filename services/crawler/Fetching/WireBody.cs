using System.Buffers;

namespace Pipeline.Crawler.Fetching;

/// <summary>A body as it travelled, in a rented buffer: dispose it after use.</summary>
internal sealed class WireBody : IDisposable
{
    // Pages of government sites are 10 to 60 KiB: most need no second buffer.
    private const int FirstBuffer = 64 << 10;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads to the end, or until more than <paramref name="limit"/> bytes have come.</summary>
    /// <returns>Whether the end was reached.</returns>
    public async Task<bool> Read(Stream stream, int limit, FetchDeadline deadline)
    {
        while (_length <= limit)
        {
            if (_length == _buffer.Length)
                Grow();
            deadline.AwaitMore(_length);
            var count = await stream.ReadAsync(_buffer.AsMemory(_length), deadline.Token);
            if (count == 0)
                return true;
            _length += count;
        }

        return false;
    }

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
