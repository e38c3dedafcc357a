using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Charsets;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Reads plain text: dumps of pages and PDFs in any of the ways that programs set cells apart.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    private const int MostLines = 500_000;

    public IReadOnlyCollection<string> MediaTypes { get; } = ["text/plain", "text/markdown", "text/csv", "text/tab-separated-values"];

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var decoded = CharsetDecision.Decode(bytes.Span, hints.ContentType);
        var tables = MarkupTables.Find(decoded.Text);
        var lines = MarkupTables.Without(decoded.Text, tables).Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines.Length > MostLines)
            throw new UnreadableDocumentException("too-large", $"The text has {lines.Length} lines; at most {MostLines} are read.");
        var separator = CellSeparator.Of(lines);
        return Task.FromResult(new SourceDocument
        {
            Reader = "text/1",
            Charset = decoded.Charset,
            CharsetBasis = decoded.Basis,
            Issues = decoded.Issues,
            Blocks = [.. LineGrids.Gather(lines.Select((line, index) => IsPageNumber(lines, index) ? null : Line(line, index + 1, separator)).OfType<TextBlock>(), IsNextLine)
                .Concat(tables.SelectMany(table => MarkupTables.Read(decoded.Text, table, cancellation)))
                .OrderBy(block => ((TextLocator)block.Source).Line)],
        });
    }

    // A form feed begins a page; the number above it ended the last one.
    private static bool IsPageNumber(string[] lines, int index) =>
        lines[index].Trim() is { Length: > 0 and <= 4 } number && number.All(char.IsAsciiDigit)
        && (lines[index].StartsWith('\f') || lines.Skip(index + 1).FirstOrDefault(line => line.Length > 0 && line.Trim(' ', '\r').Length > 0)?.StartsWith('\f') == true);

    private static bool IsNextLine(Locator line, Locator next) => line is TextLocator before && next is TextLocator after && after.Line == before.Line + 1;

    private static TextBlock? Line(string line, int number, char? separator)
    {
        if (line.Length == 0 || (line.Trim().Length == 0 && !line.Contains('\t', StringComparison.Ordinal)))
            return null;
        if (LineCells.Split(line, number, separator) is not { } cells)
            return null;
        var text = line.Trim();
        var heading = text.TakeWhile(c => c == '#').Count();
        var source = new TextLocator(number, 1 + line.IndexOf(text, StringComparison.Ordinal), text.Length);
        return new TextBlock(text.TrimStart('#').TrimStart(), source, heading is > 0 and <= 6 ? heading : null, cells);
    }
}
