namespace Pipeline.Crawler.Fetching;

/// <summary>
/// A connection over which a request goes out once. When one that was kept open ends before an answer, the handler makes the request again by itself, at once,
/// which breaks the host's pace; but only for an <see cref="IOException"/>. What is thrown here is none, so that the crawl's own retries, with their pauses, take it up.
/// </summary>
internal sealed class OnceOnlyStream(Stream inner) : Stream
{
    private bool _owesAnswer;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException error) when (_owesAnswer)
        {
            throw new NoAnswerException(error);
        }

        // Reading into nothing only waits until something comes.
        if (buffer.IsEmpty)
            return read;
        if (read == 0 && _owesAnswer)
            throw new NoAnswerException(new HttpIOException(HttpRequestError.ResponseEnded));
        _owesAnswer = false;
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Before the answer can come.
        _owesAnswer = true;
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void SetLength(long value) => inner.SetLength(value);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
