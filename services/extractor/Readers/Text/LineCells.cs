using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Readers.Text;

/// <summary>Takes a line of a text dump apart where the dump set cells apart: at bars, at tabs, at wide gaps, before trailing numbers.</summary>
public static partial class LineCells
{
    /// <param name="line">The line without its end.</param>
    /// <param name="number">Line number from 1, for the locators.</param>
    /// <returns>The cells, empty ones included; null for a line of bars alone (what is left of merged cells) and for a Markdown rule.</returns>
    public static ImmutableArray<TextSegment>? Split(string line, int number)
    {
        if (BarsAlone().IsMatch(line) || MarkdownRule().IsMatch(line))
            return null;
        var cells = line.Contains('|', StringComparison.Ordinal) ? AtBars(line)
            : line.Contains('\t', StringComparison.Ordinal) ? AtTabs(line)
            : AtGaps(line) ?? BeforeNumbers(line);
        return [.. cells.Select(range => Segment(line, number, range))];
    }

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
    private static List<Range> AtTabs(string line) => line.LastIndexOf('\t') == 0 ? [1..line.Length] : AtEach(line, '\t');

    private static List<Range> AtEach(string line, char separator)
    {
        var cells = new List<Range>();
        var start = 0;
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] != separator)
                continue;
            cells.Add(start..i);
            start = i + 1;
        }

        return cells;
    }

    // Gaps of two spaces set cells apart only where most of what they divide are numbers: prose has such gaps too.
    private static List<Range>? AtGaps(string line)
    {
        var cells = Unspaced().Matches(line).Select(match => match.Index..(match.Index + match.Length)).ToList();
        return cells.Count >= 3 && cells.Count(cell => NumberText.Of(line[cell]).Kind != NumberKind.Text) * 2 >= cells.Count ? cells : null;
    }

    private static List<Range> BeforeNumbers(string line)
    {
        var match = NumbersAtEnd().Match(line);
        if (!match.Success)
            return [0..line.Length];
        var label = match.Groups["label"];
        var cells = match.Groups["number"].Captures.Select(capture => capture.Index..(capture.Index + capture.Length)).ToList();
        if (label.Length > 0)
            cells.Insert(0, label.Index..(label.Index + label.Length));
        return cells;
    }

    private static TextSegment Segment(string line, int number, Range range)
    {
        var (start, length) = range.GetOffsetAndLength(line.Length);
        var text = line.AsSpan(start, length);
        var leading = length - text.TrimStart().Length;
        var trimmed = text.Trim();
        return new TextSegment(trimmed.ToString(), new TextLocator(number, start + (trimmed.IsEmpty ? 0 : leading) + 1, trimmed.Length));
    }

    [GeneratedRegex(@"^\|{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex BarsAlone();

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownRule();

    [GeneratedRegex(@"\S+(?: \S+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Unspaced();

    // 一、本年新收政府信息公开申请数量 91 12 0 0 0 10 113, or numbers alone; a single number behind prose is prose.
    [GeneratedRegex(@"^\s*(?:(?<label>[^\s\d].*?[^\d\s.．,，、:：])\s+)?(?<number>[+-]?\d[\d,，.]*(?:件|万元|元)?|[-—/－]+)(?:\s+(?<number>[+-]?\d[\d,，.]*(?:件|万元|元)?|[-—/－]+))+\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersAtEnd();
}
