using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Text.Charsets;
using Pipeline.Extractor.Readers.TextDumps.Boxes;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Reads plain text: dumps of pages and PDFs in any of the ways that programs set cells apart.</summary>
internal sealed class PlainTextReader : IDocumentReader
{
    private const int MostLines = 100_000;

    // A row that never closes its quotes is prose with an odd one.
    private const int MostCells = 40;

    // A report as text has some 30 KB.
    private const int MostBytes = 24 << 20;

    public IReadOnlyCollection<string> MediaTypes { get; } = ["text/plain", "text/markdown", "text/csv", "text/tab-separated-values"];

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        if (bytes.Length > MostBytes)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The text has {bytes.Length >> 20} MB, more than {MostBytes >> 20} MB; no report is that long. Check the address.");
        var decoded = CharsetDecision.Decode(bytes.Span, hints.ContentType);
        var text = decoded.Text.Contains('\n', StringComparison.Ordinal) ? decoded.Text : decoded.Text.Replace('\r', '\n');
        var tables = MarkupTables.Find(text);
        var lines = MarkupTables.Without(text, tables).Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        if (lines.Length > MostLines)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The text has {lines.Length} lines; at most {MostLines} are read.");
        var boxes = BoxTables.Find(lines).ToList();
        foreach (var (range, _) in boxes)
            Array.Fill(lines, string.Empty, range.Start.Value, range.End.Value - range.Start.Value);
        LoneBars.Close(lines);
        var separator = CellSeparator.Of(lines);
        var ends = new Dictionary<int, int>();
        var blocks = LineGrids.Gather(separator is null ? LoneCells.AroundTables([.. Lines(lines, separator, ends)]) : LoneCells.Apart([.. Lines(lines, separator, ends)]), (row, next) => IsNextLine(row, next, ends))
            .Concat(tables.SelectMany(table => MarkupTables.Read(text, table, cancellation)))
            .Concat(boxes.Select(box => box.Table))
            .OrderBy(block => ((TextLocator)block.Source).Line);
        return Task.FromResult(new SourceDocument
        {
            Reader = "text/1",
            IsPlain = tables.Count == 0 && !InlineMarkup.HasTags(text),
            Charset = decoded.Charset,
            CharsetBasis = decoded.Basis,
            Issues = CharsetIssues.Of(decoded),
            Blocks = [.. MenuLines.Mark([.. blocks]).Select(block => block with { Origin = BlockOrigin.Characters })],
        });
    }

    // A form feed begins a page; the number above it ended the last one.
    private static bool IsPageNumber(string[] lines, int index) =>
        lines[index].Trim() is { Length: > 0 and <= 4 } number && number.All(char.IsAsciiDigit)
        && (lines[index].StartsWith('\f') || lines.Skip(index + 1).FirstOrDefault(line => line.Length > 0 && line.Trim(' ', '\r').Length > 0)?.StartsWith('\f') == true);

    private static bool IsNextLine(Locator row, Locator next, Dictionary<int, int> ends) =>
        row is TextLocator before && next is TextLocator after && after.Line == ends.GetValueOrDefault(before.Line, before.Line) + 1;

    /// <param name="ends">Gets the last line of each row that goes over several, by its first.</param>
    private static IEnumerable<TextBlock> Lines(string[] lines, char? separator, Dictionary<int, int> ends)
    {
        ImmutableArray<TextSegment>? open = null;
        var first = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0 || IsPageNumber(lines, i) || (line.Trim().Length == 0 && !line.Contains('\t', StringComparison.Ordinal)))
                continue;
            if (LineCells.Split(line, i + 1, separator, open is not null) is not { } cells)
                continue;
            first = open is null ? i : first;
            // A quoted cell of separated values may hold line breaks: the row goes on below.
            var isOpen = (open is not null) ^ (line.AsSpan().Count('"') % 2 == 1) && (open is not null || OpensQuotes(line, separator ?? '\t'));
            cells = open is { } above ? Joined(above, cells) : cells;
            if (isOpen && i + 1 < lines.Length && cells.Length < MostCells)
            {
                open = cells;
                continue;
            }

            open = null;
            var row = Block(lines[first], first + 1, cells);
            if (first < i)
                (ends[first + 1], row) = (i + 1, row with { Text = string.Join(' ', lines[first..(i + 1)].Select(part => part.Trim())) });
            yield return row;
        }
    }

    // Its last cell begins with quotes that the line does not close.
    private static bool OpensQuotes(string line, char separator) =>
        line.LastIndexOf(separator + "\"", StringComparison.Ordinal) is var last && (last >= 0 || line.StartsWith('"')) && line.IndexOf('"', last + 2) < 0;

    private static ImmutableArray<TextSegment> Joined(ImmutableArray<TextSegment> above, ImmutableArray<TextSegment> below) =>
        [.. above[..^1], below[0] with { Text = JoinedLines.Of([above[^1].Text, below[0].Text]) }, .. below[1..]];

    private static TextBlock Block(string line, int number, ImmutableArray<TextSegment> cells)
    {
        var text = line.Trim();
        var source = new TextLocator(number, 1 + line.IndexOf(text, StringComparison.Ordinal), text.Length);
        var heading = HeadingMarks.Of(text);
        return new TextBlock(heading.Text, source, heading.Level, cells) { Indent = source.Column - 1 };
    }
}
