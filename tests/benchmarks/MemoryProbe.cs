namespace Pipeline.Benchmarks;

/// <summary>Throws away what is written and looks, every few megabytes, how much memory is in use.</summary>
internal sealed class MemoryProbe : Stream
{
    private const long Every = 8 << 20;

    private long _next = Every;
    private long _length;

    /// <summary>Bytes in use after a collection, at the worst look.</summary>
    public long Most { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _length += buffer.Length;
        if (_length < _next)
            return;
        _next = _length + Every;
        Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true));
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
        // Nothing is kept.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
