using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Recognisers;

/// <summary>The blocks of one report and the same content as one sequence of tokens, tables row by row.</summary>
public sealed class PageTokens
{
    private PageTokens(ImmutableArray<Block> blocks, int firstBlock, int? year, ImmutableArray<PageToken> tokens)
    {
        Blocks = blocks;
        FirstBlock = firstBlock;
        Year = year;
        Tokens = tokens;
    }

    public ImmutableArray<Block> Blocks { get; }

    /// <summary>Index in the document of the first block.</summary>
    public int FirstBlock { get; }

    /// <summary>Year that the report is about: numbers under an earlier year's caption are not its own.</summary>
    public int? Year { get; }

    public ImmutableArray<PageToken> Tokens { get; }

    /// <param name="firstBlock">Index in the document of the first of <paramref name="blocks"/>.</param>
    public static PageTokens Of(ImmutableArray<Block> blocks, int firstBlock, int? year, CancellationToken cancellation = default)
    {
        var tokens = ImmutableArray.CreateBuilder<PageToken>();
        var line = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (blocks[i])
            {
                case GridBlock grid:
                    line = Add(tokens, grid, firstBlock + i, line);
                    break;
                case TextBlock text:
                    var start = tokens.Count;
                    Add(tokens, text, firstBlock + i, ++line);
                    Number(tokens, start, 0);
                    break;
            }
        }

        return new PageTokens(blocks, firstBlock, year, tokens.ToImmutable());
    }

    /// <summary>What a text set apart on the page is.</summary>
    public static PageToken Classify(string text, Locator source, int block, int line)
    {
        var number = NumberText.Of(text);
        if (number.IsNumber)
            return new PageToken(block, line, TokenKind.Value, text, number, source, []);
        if (number.IsBlank)
            return new PageToken(block, line, TokenKind.Blank, text, number, source, []);
        var labels = LabelLexicon.Match(text);
        return new PageToken(block, line, labels.IsEmpty ? TokenKind.Text : TokenKind.Label, text, number, source, labels);
    }

    // The segments of a line may share one place, such as an element of a page; their order tells them apart.
    private static void Number(ImmutableArray<PageToken>.Builder tokens, int start, int first)
    {
        for (var i = start; i < tokens.Count; i++)
            tokens[i] = tokens[i] with { Part = first + i - start };
    }

    private static int Add(ImmutableArray<PageToken>.Builder tokens, GridBlock grid, int block, int line)
    {
        var row = -1;
        foreach (var cell in grid.Cells)
        {
            if (cell.Row != row)
            {
                row = cell.Row;
                line++;
            }

            var start = tokens.Count;
            AddPieces(tokens, cell.Text, cell.Source, block, line);
            Number(tokens, start, cell.Part);
        }

        return line;
    }

    private static void Add(ImmutableArray<PageToken>.Builder tokens, TextBlock text, int block, int line)
    {
        if (PageNumber.Is(text.Text))
            return;
        if (text.Segments.IsEmpty)
        {
            AddPieces(tokens, text.Text, text.Source, block, line);
            return;
        }

        var words = new List<TextSegment>();
        foreach (var segment in text.Segments)
        {
            if (Classify(segment.Text, segment.Source, block, line).Kind == TokenKind.Text && TextPieces.Of(segment.Text, segment.Source, block, line) is null)
            {
                words.Add(segment);
                continue;
            }

            AddWords(tokens, words, block, line);
            AddPieces(tokens, segment.Text, segment.Source, block, line);
        }

        AddWords(tokens, words, block, line);
    }

    // A label may stand in several words of a line, none of which is a label alone.
    private static void AddWords(ImmutableArray<PageToken>.Builder tokens, List<TextSegment> words, int block, int line)
    {
        if (words.Count > 0)
            tokens.Add(Classify(string.Join(' ', words.Select(word => word.Text)), words[0].Source, block, line));
        words.Clear();
    }

    private static void AddPieces(ImmutableArray<PageToken>.Builder tokens, string text, Locator source, int block, int line)
    {
        var whole = Classify(text, source, block, line);
        if (!whole.IsCell && TextPieces.Of(text, source, block, line) is { } pieces && (!IsLabelItself(whole) || pieces.Any(piece => piece.IsCell) || LabelList.Of(text) is not null))
            tokens.AddRange(pieces);
        else
            tokens.Add(whole);
    }

    // 商业 企业 is one label; 行政许可 12, 部分公开（区分处理的， 12 and 信息内容 本年制发件数 only begin like one.
    private static bool IsLabelItself(PageToken token) => token.Labels is [{ Similarity: >= 0.97 }, ..];
}
