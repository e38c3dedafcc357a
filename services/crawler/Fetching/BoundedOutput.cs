using System.Buffers;

namespace Pipeline.Crawler.Fetching;

/// <summary>Collects decoded bytes in rented memory until they are more than wanted, or more than their source can honestly hold.</summary>
/// <param name="source">Length of the encoded bytes: the first buffer suits it.</param>
internal sealed class BoundedOutput(int source, int keep, int largestRatio) : IDisposable
{
    // A ratio means something only beyond this much output: small pages of repeated markup compress well.
    private const int RatioCounts = 1 << 20;

    private int _consumed = 1;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp(source, 4 << 10, 1 << 20) * 4);

    public int Length { get; private set; }

    /// <summary>Room for more; never empty while <see cref="IsFull"/> is false.</summary>
    public Span<byte> Free
    {
        get
        {
            if (Length == _buffer.Length)
                Grow();
            return _buffer.AsSpan(Length);
        }
    }

    public bool IsFull => Excess is not null;

    /// <summary>Which bound is exceeded; null for none.</summary>
    public FetchFailure? Excess =>
        Length > RatioCounts && Length / largestRatio > _consumed ? FetchFailure.DecompressionBomb
        : Length > keep ? FetchFailure.TooLarge
        : null;

    /// <param name="written">Bytes written to <see cref="Free"/>.</param>
    /// <param name="consumed">Bytes of the source read so far.</param>
    public void Advance(int written, long consumed)
    {
        Length += written;
        _consumed = (int)consumed;
    }

    public DecodedBody Result(FetchFailure? failure) => new(_buffer.AsSpan(0, Math.Min(Length, keep)).ToArray(), failure);

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
