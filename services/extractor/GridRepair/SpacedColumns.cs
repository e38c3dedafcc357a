using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;
using Pipeline.Text;

namespace Pipeline.Extractor.GridRepair;

/// <summary>
/// Finds the blanks of tables that a text dump sets in columns by spaces alone: where all numbers of neighbouring lines stand in columns, a
/// line with fewer of them has blanks in the columns that it leaves free. Gives up on lines whose numbers fit no columns.
/// </summary>
internal sealed partial class SpacedColumns(FormFamily family) : IGridRepair
{
    // One line below a header may show its columns; more lines than the longest form are several tables.
    private const int FewestColumns = 2;

    // Prose does not keep this much room within a line.
    private const int LongestLine = 1_000;

    private const int FewestHeaders = 3;

    private const int FewestOfPart = 3;

    private const double SureLabel = 0.9;

    public ImmutableArray<Block> Repair(ImmutableArray<Block> blocks)
    {
        if (!blocks.Any(block => block is TextBlock { Origin: BlockOrigin.Characters }))
            return blocks;
        var divided = blocks.ToBuilder();
        for (var start = 0; start < blocks.Length;)
        {
            var end = start + 1;
            var region = new List<(int Index, ImmutableArray<LineWord> Words)>();
            if (Words(blocks[start]) is { } first)
            {
                region.Add((start, first));
                while (end < blocks.Length && Words(blocks[end]) is { } words && !(IsHeader(words) && region.Exists(line => line.Words.Any(IsFigure))))
                    region.Add((end++, words));
            }

            foreach (var (index, segments) in Divided(region))
                divided[index] = ((TextBlock)blocks[index]) with { Segments = segments };
            start = end;
        }

        return divided.ToImmutable();
    }

    // Programs count a Chinese character as one place or as two, and quotes and dashes either way: the count that keeps more lines in fewer
    // columns is theirs.
    private List<(int Index, ImmutableArray<TextSegment> Segments)> Divided(List<(int Index, ImmutableArray<LineWord> Words)> region)
    {
        // One line shows no columns unless a header does.
        if (region.Count(line => line.Words.Any(IsFigure)) < (region.Exists(line => line.Words.Count(IsColumn) >= FewestHeaders) ? 1 : 2))
            return [];
        var parts = Parts(region);
        return new Func<char, bool>[] { DisplayWidth.IsWide, c => DisplayWidth.IsWide(c) || DisplayWidth.IsWideOrNot(c), _ => false }
            .Select(isWide => AreApart(parts, isWide) ? Joined([.. parts.Select(part => Divided(part, isWide))]) : Divided(region, isWide))
            .OrderByDescending(lines => lines.Fitting).ThenBy(lines => lines.Columns).First().Lines;
    }

    private static List<List<(int Index, ImmutableArray<LineWord> Words)>> Parts(List<(int Index, ImmutableArray<LineWord> Words)> region)
    {
        var parts = new List<List<(int, ImmutableArray<LineWord>)>>();
        var last = 0;
        foreach (var line in region)
        {
            if (parts.Count == 0 || line.Words[0].Number > last + 1)
                parts.Add([]);
            parts[^1].Add(line);
            last = line.Words[0].Number;
        }

        return parts;
    }

    // A program that breaks a table in two sets the columns of each part anew: parts with a full line each, as many columns in each, and
    // other places than the parts before.
    private static bool AreApart(List<List<(int Index, ImmutableArray<LineWord> Words)>> parts, Func<char, bool> isWide)
    {
        var figures = parts.Select(part => part.Select(line => Placed(line.Words, isWide).Where(word => IsFigure(word.Segment)).Select(word => (word.Start, word.End)).ToList()).Where(line => line.Count > 0).ToList())
            .Where(lines => lines.Count > 0).ToList();
        return figures.Count > 1 && figures.TrueForAll(lines => lines.Count >= FewestOfPart)
            && figures.Select(lines => TextColumns.Of(lines.SelectMany(line => line)).Count).Distinct().ToList() is [var columns]
            && figures.TrueForAll(lines => lines.Exists(line => line.Count == columns))
            && TextColumns.Of(figures.SelectMany(lines => lines).SelectMany(line => line)).Count != columns;
    }

    private static (int Fitting, int Columns, List<(int Index, ImmutableArray<TextSegment> Segments)> Lines) Joined(List<(int Fitting, int Columns, List<(int Index, ImmutableArray<TextSegment> Segments)> Lines)> parts) =>
        (parts.Sum(part => part.Fitting), parts.Max(part => part.Columns), [.. parts.SelectMany(part => part.Lines)]);

    private (int Fitting, int Columns, List<(int Index, ImmutableArray<TextSegment> Segments)> Lines) Divided(List<(int Index, ImmutableArray<LineWord> Words)> region, Func<char, bool> isWide)
    {
        var lines = region.Select(line => (line.Index, Words: Placed(line.Words, isWide))).ToList();
        var columns = TextColumns.Of(lines.SelectMany(line => line.Words.Where(word => IsFigure(word.Segment)).Select(word => (word.Start, word.End))));
        var headers = lines.Where(line => !line.Words.Any(word => IsFigure(word.Segment))).SelectMany(line => line.Words.Skip(1)).ToList();
        columns = columns.With(headers.Where(word => IsColumn(word.Segment) || word.Start >= columns.EndOf(0)).Select(word => (word.Start, word.End)));
        // More columns than the fullest line has words are the traces of lines that do not keep to columns.
        if (columns.Count < FewestColumns || columns.Count > region.Max(line => line.Words.Length))
            return (0, 0, []);
        var divided = new List<(int, ImmutableArray<TextSegment>)>();
        var fitting = 0;
        foreach (var (index, words) in lines.Where(line => line.Words.Any(word => IsFigure(word.Segment))))
        {
            if (Filled(words, columns) is not { } segments)
                continue;
            fitting++;
            if (segments.Length > words.Length)
                divided.Add((index, segments));
        }

        return (fitting, columns.Count, divided);
    }

    /// <summary>The words of a line with an empty one for each column that it leaves free; null where two stand in one column.</summary>
    private static ImmutableArray<TextSegment>? Filled(ImmutableArray<(LineWord Segment, int Start, int End)> words, TextColumns columns)
    {
        var figures = words.Where(word => IsFigure(word.Segment)).ToList();
        var places = figures.Select(word => columns.At(word.Start, word.End)).ToList();
        if (places.Contains(null) || places.Distinct().Count() < places.Count || words.SkipWhile(word => !IsFigure(word.Segment)).Any(word => !IsFigure(word.Segment)))
            return null;
        var last = figures[0].Segment;
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        segments.AddRange(words.TakeWhile(word => !IsFigure(word.Segment)).Select(word => word.Segment.Whole));
        // Labels may reach into columns: those begin behind them.
        var labelled = segments.Count == 0 ? 0 : words[segments.Count - 1].End;
        for (var column = 0; column < columns.Count; column++)
        {
            var place = places.IndexOf(column);
            if (place >= 0)
                segments.Add((last = figures[place].Segment).Whole);
            else if (columns.EndOf(column) > labelled)
                segments.Add(new TextSegment(string.Empty, last.Source.Within(0, 0)));
        }

        return segments.ToImmutable();
    }

    /// <summary>Where words begin and end as a program counts places. What stands before a word on its line moves it by its own extra width.</summary>
    private static ImmutableArray<(LineWord Segment, int Start, int End)> Placed(ImmutableArray<LineWord> words, Func<char, bool> isWide)
    {
        var placed = ImmutableArray.CreateBuilder<(LineWord, int, int)>(words.Length);
        var extra = 0;
        foreach (var word in words)
        {
            var start = word.Column + extra;
            extra += word.Text.Count(isWide);
            placed.Add((word, start, word.Column + word.Text.Length + extra));
        }

        return placed.ToImmutable();
    }

    /// <summary>The words of a line of a table; null for lines that can be none, such as headings, prose, page numbers and lines that another sign divides.</summary>
    private ImmutableArray<LineWord>? Words(Block block)
    {
        if (block is not TextBlock { Origin: BlockOrigin.Characters, HeadingLevel: null, Segments.Length: <= 1 } line || line.Text.Length > LongestLine)
            return null;
        var words = new List<LineWord>();
        foreach (var word in Word().EnumerateMatches(line.Text))
            words.Add(new LineWord(line, word.Index, line.Text.Substring(word.Index, word.Length)));
        // Where one space is all that parts anything on a line, its places mean nothing.
        if (words.Count > 1)
            words = [.. words.SelectMany(Apart)];
        return words.Count == 1 && (IsFigure(words[0]) || family.Headings.Match(line.Text) is not null || line.Text.Contains('。', StringComparison.Ordinal)) ? null : [.. words];
    }

    // Narrow columns leave one space between their figures, and a long label one before the first. 27 475 are two: spaces part no thousands in these reports.
    private static IEnumerable<LineWord> Apart(LineWord word)
    {
        var figures = new Stack<LineWord>();
        for (var space = word.Text.LastIndexOfAny(Spaces); space > 0 && word with { Start = word.Start + space + 1, Text = word.Text[(space + 1)..] } is var last && IsFigure(last); space = word.Text.LastIndexOfAny(Spaces))
        {
            figures.Push(last);
            word = word with { Text = word.Text[..space] };
        }

        return [word, .. figures];
    }

    private bool IsColumn(LineWord word) => family.Lexicon.Match(word.Text) is [{ Label.Axis: Axis.Column, Similarity: >= SureLabel }, ..];

    private bool IsHeader(ImmutableArray<LineWord> words) =>
        !words.Any(IsFigure) && words.Length > 1 && words.Any(word => family.Lexicon.Match(word.Text).Any(match => match.Label.Axis is Axis.Column or Axis.Head));

    private static bool IsFigure(LineWord word) => word.Text.Length > 0 && NumberText.Of(word.Text) is { Kind: not NumberKind.Text };

    private static readonly char[] Spaces = [' ', '\u00A0'];

    // Two spaces part cells, one stands within a label.
    [GeneratedRegex(@"\S+(?:[ \u00A0](?![ \u00A0])\S+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <param name="Start">Characters of the line's text before it.</param>
    private sealed record LineWord(TextBlock Line, int Start, string Text)
    {
        /// <summary>Characters before it on its line.</summary>
        public int Column => Line.Indent + Start;

        /// <summary>Of its line in the text, from 1.</summary>
        public int Number => ((TextLocator)Line.Source).Line;

        public TextSegment Whole => new(Text, Source);

        // Most lines are no rows of a table, and nobody asks for it.
        public Locator Source => Line.Source.Within(Start, Text.Length);
    }
}
