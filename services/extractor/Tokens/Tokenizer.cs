using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tokens;

/// <summary>The stage that makes one sequence of tokens of a report's blocks: numbers, blanks, labels of the family's forms, other text.</summary>
internal sealed class Tokenizer(FormFamily family)
{
    private readonly TextPieces _pieces = new(family.Lexicon);

    /// <param name="blocks">Blocks of the whole document.</param>
    public PageTokens Tokens(ImmutableArray<Block> blocks, CancellationToken cancellation = default)
    {
        var tokens = ImmutableArray.CreateBuilder<PageToken>();
        var line = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (blocks[i])
            {
                case GridBlock grid:
                    line = Add(tokens, grid, i, line);
                    break;
                case TextBlock text:
                    var start = tokens.Count;
                    Add(tokens, text, i, ++line);
                    Number(tokens, start, 0, keepsOrder: false);
                    break;
            }
        }

        return new PageTokens(family, blocks, 0, null, tokens.ToImmutable());
    }

    // The segments of a line may share one place, such as an element of a page; their order tells them apart.
    private static void Number(ImmutableArray<PageToken>.Builder tokens, int start, int first, bool keepsOrder)
    {
        for (var i = start; i < tokens.Count; i++)
        {
            var (token, part) = (tokens[i], first + i - start);
            if (token.Part != part || token.KeepsOrder != keepsOrder)
                tokens[i] = token with { Part = part, KeepsOrder = keepsOrder };
        }
    }

    private int Add(ImmutableArray<PageToken>.Builder tokens, GridBlock grid, int block, int line)
    {
        var row = -1;
        foreach (var cell in grid.Cells)
        {
            if (cell.Row != row)
            {
                row = cell.Row;
                line++;
            }

            var (start, keepsOrder) = (tokens.Count, grid.Origin == BlockOrigin.Markup);
            tokens.AddRange(Pieces(cell.Text, cell.Source, block, line, cell.Part, keepsOrder));
            Number(tokens, start, cell.Part, keepsOrder);
        }

        return line;
    }

    private void Add(ImmutableArray<PageToken>.Builder tokens, TextBlock text, int block, int line)
    {
        if (PageNumber.Is(text.Text))
            return;
        if (text.Segments.IsEmpty)
        {
            tokens.AddRange(Pieces(text.Text, text.Source, block, line));
            return;
        }

        var words = new List<TextSegment>();
        foreach (var segment in text.Segments)
        {
            var pieces = Pieces(segment.Text, segment.Source, block, line);
            if (pieces is [{ Kind: TokenKind.Text }])
            {
                words.Add(segment);
                continue;
            }

            AddWords(tokens, words, block, line);
            tokens.AddRange(pieces);
        }

        AddWords(tokens, words, block, line);
    }

    // A label may stand in several words of a line, none of which is a label alone.
    private void AddWords(ImmutableArray<PageToken>.Builder tokens, List<TextSegment> words, int block, int line)
    {
        if (words.Count > 0)
            tokens.Add(PageToken.Of(string.Join(' ', words.Select(word => word.Text)), words[0].Source, block, line, family.Lexicon));
        words.Clear();
    }

    // The pieces that a text is taken apart into; the text as one token where it is none such.
    private ImmutableArray<PageToken> Pieces(string text, Locator source, int block, int line, int part = 0, bool keepsOrder = false)
    {
        var whole = PageToken.Of(text, source, block, line, family.Lexicon, part, keepsOrder);
        return !whole.IsCell && _pieces.Of(text, source, block, line) is { } pieces && (!IsLabelItself(whole) || pieces.Any(piece => piece.IsCell) || _pieces.Lists.Of(text) is not null)
            ? pieces : [whole];
    }

    // 商业 企业 is one label; 行政许可 12, 部分公开（区分处理的， 12 and 信息内容 本年制发件数 only begin like one.
    private static bool IsLabelItself(PageToken token) => token.Labels is [{ Similarity: >= 0.97 }, ..];
}
