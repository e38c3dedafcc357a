using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Store.Export;

/// <summary>JSON lines: each a whole object, Chinese as itself.</summary>
internal abstract class JsonLines(Stream output) : ExportLines
{
    protected static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly BufferedStream _buffer = new(output, 1 << 16);

    // The caller's stream stays open: a buffered stream would close it.
    public override async ValueTask DisposeAsync() => await _buffer.FlushAsync();

    protected async Task Line<T>(T line, CancellationToken cancellation)
    {
        await JsonSerializer.SerializeAsync(_buffer, line, Options, cancellation);
        await _buffer.WriteAsync(NewLine, cancellation);
    }
}
