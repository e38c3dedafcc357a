using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;

namespace Pipeline.Extractor.Recognisers;

/// <summary>
/// Takes a line apart that sets labels and numbers beside each other with nothing but spaces or colons between:
/// "行政许可 12", "自然人:71", "规章 0 1 2". Prose with numbers in it stays whole.
/// </summary>
internal static partial class TextPieces
{
    // The longest row of the form: the longest label, seven numbers, gaps.
    private const int LongestRow = 240;

    // As many numbers behind an unknown label make a row of a table; fewer may be prose.
    private const int RowOfUnknown = 3;

    /// <returns>The pieces in order; null when the line is no row.</returns>
    public static ImmutableArray<PageToken>? Of(string text, Locator source, int block, int line)
    {
        if (text.Length > LongestRow || !Gap().IsMatch(text))
            return null;
        var pieces = ImmutableArray.CreateBuilder<PageToken>();
        Range? words = null;
        foreach (Match match in Piece().Matches(text))
        {
            var range = match.Index..(match.Index + match.Length);
            var token = Token(text, range, source, block, line, pieces.Count);
            if (token.Kind != TokenKind.Text)
            {
                AddWords();
                pieces.Add(token with { Part = pieces.Count });
                continue;
            }

            words = (words?.Start ?? range.Start)..range.End;
        }

        AddWords();
        return IsRow(pieces) ? pieces.ToImmutable() : null;

        // Words that are no label alone may be one together.
        void AddWords()
        {
            if (words is { } range)
                pieces.Add(Token(text, range, source, block, line, pieces.Count));
            words = null;
        }
    }

    private static bool IsRow(ImmutableArray<PageToken>.Builder pieces)
    {
        var labels = pieces.Count(piece => piece.Kind == TokenKind.Label);
        var cells = pieces.Count(piece => piece.IsCell);
        var texts = pieces.Count(piece => piece.Kind == TokenKind.Text);
        return texts switch
        {
            0 => labels + cells >= 2,
            1 => pieces[0].Kind == TokenKind.Text && (cells >= RowOfUnknown || labels >= 1),
            _ => false,
        };
    }

    private static PageToken Token(string text, Range range, Locator source, int block, int line, int part)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        var place = source is TextLocator whole ? new TextLocator(whole.Line, whole.Column + start, length) : source;
        return PageTokens.Classify(text[range], place, block, line) with { Part = part };
    }

    [GeneratedRegex(@"\S\s+\S|[：:]\s*[\d—/+-]", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    // A colon ends a piece where a number or nothing follows it: 自然人:71, but not 单位：万元.
    [GeneratedRegex(@"[^\s：:]+(?:[：:](?!\s|[\d—/+-]|$)[^\s：:]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
