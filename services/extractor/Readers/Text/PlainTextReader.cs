using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Text;

/// <summary>Reads plain text: dumps of pages and PDFs in any of the ways that programs set cells apart.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    private const int MostLines = 500_000;

    public IReadOnlyCollection<string> MediaTypes { get; } = ["text/plain", "text/markdown", "text/csv", "text/tab-separated-values"];

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines.Length > MostLines)
            throw new UnreadableDocumentException("too-large", $"The text has {lines.Length} lines; at most {MostLines} are read.");
        return Task.FromResult(new SourceDocument
        {
            Reader = "text/1",
            Blocks = [.. LineGrids.Gather(lines.Select((line, index) => Line(line, index + 1)).OfType<TextBlock>())],
        });
    }

    private static TextBlock? Line(string line, int number)
    {
        if (line.Length == 0 || (line.Trim().Length == 0 && !line.Contains('\t', StringComparison.Ordinal)))
            return null;
        if (LineCells.Split(line, number) is not { } cells)
            return null;
        var text = line.Trim();
        var heading = text.TakeWhile(c => c == '#').Count();
        var source = new TextLocator(number, 1 + line.IndexOf(text, StringComparison.Ordinal), text.Length);
        return new TextBlock(text.TrimStart('#').TrimStart(), source, heading is > 0 and <= 6 ? heading : null, cells);
    }
}
