using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.TextDumps;

/// <summary>Takes a line of a text dump apart where the dump set cells apart: at bars and at tabs. Cells with only spaces between come apart later, where labels are known.</summary>
internal static partial class LineCells
{
    /// <param name="line">The line without its end.</param>
    /// <param name="number">Line number from 1, for the locators.</param>
    /// <returns>The cells, empty ones included; null for a line of bars alone (what is left of merged cells), for a Markdown rule and for where a block begins or ends.</returns>
    /// <param name="separator">Further sign between cells, of comma separated values and the like; null when the dump has none.</param>
    /// <param name="startsQuoted">Whether the line goes on within a quoted cell that the line before left open.</param>
    public static ImmutableArray<TextSegment>? Split(string line, int number, char? separator = null, bool startsQuoted = false)
    {
        line = BoxBars().Replace(line, "|");
        if (BarsAlone().IsMatch(line) || MarkdownRule().IsMatch(line) || Fence().IsMatch(line))
            return null;
        var cells = line.Contains('|', StringComparison.Ordinal) ? AtBars(line)
            : line.Contains('\t', StringComparison.Ordinal) ? AtTabs(line, startsQuoted)
            : separator is { } sign && (startsQuoted || line.Contains(sign, StringComparison.Ordinal)) ? AtEach(line, sign, startsQuoted)
            : [0..line.Length];
        return [.. cells.Select(range => Segment(line, number, range))];
    }

    // Quotes around a cell are the dump's, not the page's.
    private const string Margin = " \t\u3000\u00A0\"";

    private static List<Range> AtBars(string line)
    {
        var cells = AtEach(line, '|');
        // "a | b |" closes each cell with a bar, "| a | b |" also opens the line with one; " | b |" has an empty first cell.
        if (cells.Count > 1 && string.IsNullOrWhiteSpace(line[cells[^1]]))
            cells.RemoveAt(cells.Count - 1);
        if (cells.Count > 1 && line.StartsWith('|'))
            cells.RemoveAt(0);
        return cells;
    }

    // A single leading tab marks a line as a cell; further tabs divide it.
    private static List<Range> AtTabs(string line, bool startsQuoted) => line.LastIndexOf('\t') == 0 ? [1..line.Length] : AtEach(line, '\t', startsQuoted);

    private static List<Range> AtEach(string line, char separator, bool quoted = false)
    {
        var cells = new List<Range>();
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            quoted ^= i < line.Length && line[i] == '"';
            if (i < line.Length && (line[i] != separator || quoted))
                continue;
            cells.Add(start..i);
            start = i + 1;
        }

        return cells;
    }

    private static TextSegment Segment(string line, int number, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(line.Length);
        var text = line.AsSpan(start, length);
        var trimmed = text.Trim(Margin);
        // ="0" keeps a spreadsheet program from making a number of it.
        if (trimmed.StartsWith("=\""))
            trimmed = trimmed[1..].Trim(Margin);
        var leading = trimmed.IsEmpty ? 0 : text.IndexOf(trimmed, StringComparison.Ordinal);
        return new TextSegment(InlineMarkup.Plain(trimmed.ToString()), new TextLocator(number, start + leading + 1, trimmed.Length));
    }

    [GeneratedRegex(@"[│┃║¦｜丨∣‖]", RegexOptions.CultureInvariant)]
    private static partial Regex BoxBars();

    // Bars without cells, rules of hyphens or equal signs, and the rules of boxes drawn with characters.
    [GeneratedRegex(@"^\s*(?:\|{2,}|[|+]?(?:-{2,}|={2,})(?:[|+\s]+(?:-{2,}|={2,}))*[|+]?|[\u2500-\u257F+|=-]*[\u2500-\u257F][\u2500-\u257F+|=\s-]*|\+[-=+]+\+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BarsAlone();

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownRule();

    // ::: {.article}: where a block of the page begins or ends.
    [GeneratedRegex(@"^\s*:{3,}(?:\s*\{[^{}]*\}|\s+[\w-]+)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
