namespace Pipeline.Crawler.Fetching;

/// <summary>Collects decoded bytes until they are more than wanted, or more than their source can honestly hold.</summary>
/// <param name="source">Length of the encoded bytes: the first buffer suits it.</param>
internal sealed class BoundedOutput(int source, int keep, int largestRatio) : IDisposable
{
    // A ratio means something only beyond this much output: small pages of repeated markup compress well.
    private const int RatioCounts = 1 << 20;

    private readonly RentedBytes _bytes = new(Math.Clamp(source, 4 << 10, 1 << 20) * 4);
    private int _consumed = 1;

    public int Length => _bytes.Length;

    public Span<byte> Free => _bytes.Free.Span;

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
        _bytes.Advance(written);
        _consumed = (int)consumed;
    }

    public DecodedBody Result(FetchFailure? failure) => new(_bytes.Written[..Math.Min(Length, keep)].ToArray(), failure);

    public void Dispose() => _bytes.Dispose();
}
