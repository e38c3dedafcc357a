namespace Pipeline.Crawler.Fetching;

/// <summary>A body as it travelled, in a rented buffer: dispose it after use.</summary>
internal sealed class WireBody : IDisposable
{
    // Pages of government sites are 10 to 60 KiB: most need no second buffer.
    private readonly RentedBytes _bytes = new(64 << 10);

    public ReadOnlyMemory<byte> Bytes => _bytes.Written;

    /// <summary>Reads to the end, or until more than <paramref name="limit"/> bytes have come.</summary>
    /// <returns>Whether the end was reached.</returns>
    public async Task<bool> Read(Stream stream, int limit, FetchDeadline deadline)
    {
        while (_bytes.Length <= limit)
        {
            deadline.AwaitMore(_bytes.Length);
            var count = await stream.ReadAsync(_bytes.Free, deadline.Token);
            if (count == 0)
                return true;
            _bytes.Advance(count);
        }

        return false;
    }

    public void Dispose() => _bytes.Dispose();
}
