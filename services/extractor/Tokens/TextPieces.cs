using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Tokens;

/// <summary>
/// Takes a line apart that sets labels and numbers beside each other with nothing but spaces or colons between:
/// "行政许可 12", "自然人:71", "规章 0 1 2", "予以公开：3、0、0". Prose with numbers in it stays whole.
/// </summary>
internal sealed partial class TextPieces(LabelLexicon lexicon)
{
    // Characters of the longest row of the form without its gaps: group, label, explanation, seven numbers.
    private const int LongestRow = 240;

    // With its gaps: fifteen columns set a screen apart. Patterns take their time over longer ones, which nobody could follow by eye.
    private const int LongestLine = 4000;

    // As many numbers behind an unknown label make a row of a table; fewer may be prose.
    private const int RowOfUnknown = 3;

    private const int MostUnknown = 3;

    private readonly NamedFigures _namedFigures = new(lexicon);

    private readonly NumberList _numbers = new(lexicon);

    /// <summary>Takes headers apart that a text writes as a list.</summary>
    public LabelList Lists { get; } = new(lexicon);

    /// <returns>The pieces in order; null when the line is no row.</returns>
    public ImmutableArray<PageToken>? Of(string text, Locator source, int block, int line)
    {
        if (text.Length > LongestLine || (text.Length > LongestRow && text.Count(c => !char.IsWhiteSpace(c)) > LongestRow) || !Gap().IsMatch(text))
            return null;
        var pieces = ImmutableArray.CreateBuilder<PageToken>();
        Range? words = null;
        if (NamedValues.Of(text) is { } named)
        {
            foreach (var (name, value) in named)
            {
                AddPieces(name);
                AddWords();
                pieces.Add(Token(text, value, source, block, line, pieces.Count) with { IsNamed = true });
            }
        }
        else if (_namedFigures.Of(text) is { } list)
        {
            AddPiece(list.Row);
            AddWords();
            foreach (var (name, value) in list.Figures)
            {
                pieces.Add(Token(text, name, source, block, line, pieces.Count));
                pieces.Add(Token(text, value, source, block, line, pieces.Count) with { IsNamed = true });
            }
        }
        else
        {
            AddPieces(0..text.Length);
            AddWords();
            // 自然人： with nothing behind the colon.
            if (text.TrimEnd() is [.., '：' or ':'] open && pieces is [.., { } last] && last.Labels.Any(match => match.Label.Axis == Axis.Column))
                pieces.Add(Token(text, open.Length..open.Length, source, block, line, pieces.Count) with { IsNamed = true });
        }

        AddWords();
        return IsRow(pieces) ? pieces.ToImmutable() : null;

        void AddPieces(Range part)
        {
            var (start, length) = part.GetOffsetAndLength(text.Length);
            foreach (Match match in Piece().Matches(text.Substring(start, length)))
                AddPiece((start + match.Index)..(start + match.Index + match.Length));
        }

        void AddPiece(Range range)
        {
            var token = Token(text, range, source, block, line, pieces.Count);
            if (!token.IsCell && Lists.Of(token.Text) is { } labels)
            {
                AddWords();
                foreach (var label in labels)
                    pieces.Add(Token(text, (range.Start.Value + label.Start.Value)..(range.Start.Value + label.End.Value), source, block, line, pieces.Count));
            }
            else if (_numbers.Behind(token.Text) is { } row && !token.IsCell && IsNumbers(token.Text[row.Numbers]))
            {
                var from = range.Start.Value;
                AddPiece((from + row.Name.Start.Value)..(from + row.Name.End.Value));
                AddPiece((from + row.Numbers.Start.Value)..(from + row.Numbers.End.Value));
            }
            else if (token.Kind != TokenKind.Text)
            {
                AddWords();
                pieces.Add(token with { Part = pieces.Count, IsNamed = token.IsCell && text[..range.Start.Value].TrimEnd() is [.., ':' or '：'] });
            }
            else if (NumberList.Of(token.Text) is { } list)
            {
                AddWords();
                foreach (var item in list)
                    pieces.Add(Token(text, (range.Start.Value + item.Start.Value)..(range.Start.Value + item.End.Value), source, block, line, pieces.Count));
            }
            else if (!lexicon.IsUnit(token.Text) && !LabelText.Of(token.Text).IsEmpty)
            {
                words = (words?.Start ?? range.Start)..range.End;
            }
        }

        // Words that are no label alone may be one together.
        void AddWords()
        {
            if (words is { } range)
                pieces.Add(Token(text, range, source, block, line, pieces.Count));
            words = null;
        }
    }

    private static bool IsNumbers(string text) => NumberText.Of(text).Kind != NumberKind.Text || NumberList.Of(text) is not null;

    private static bool IsRow(ImmutableArray<PageToken>.Builder pieces)
    {
        var labels = pieces.Count(piece => piece.Kind == TokenKind.Label);
        var cells = pieces.Count(piece => piece.IsCell);
        var texts = pieces.Count(piece => piece.Kind == TokenKind.Text);
        return texts switch
        {
            0 => labels + cells >= 2,
            1 when pieces[0].Kind == TokenKind.Text => cells >= RowOfUnknown || labels >= 1,
            // Words of the page's own among labels, then the numbers and nothing else.
            <= MostUnknown => cells >= RowOfUnknown && pieces.TakeLast(cells).All(piece => piece.IsCell),
            _ => false,
        };
    }

    private PageToken Token(string text, Range range, Locator source, int block, int line, int part)
    {
        var (start, length) = range.GetOffsetAndLength(text.Length);
        return PageToken.Of(text[range], source.Within(start, length), block, line, lexicon, part);
    }

    [GeneratedRegex(@"\S\s+\S|[：:=＝]\s*[\d—/+无-]|\d[、，；;/|][\d—无-]|[：:=＝][，；;|]|[：:]\s*$|[：:][\u4E00-\u9FFF]|[（(].+[、，,；;/]|^[^\d。]{2,20}[、，,；;/][\d无—-]|^[^。、]{2,12}、[^。、]{2,16}、[^。]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    // A colon ends a piece where a number or nothing follows it: 自然人:71, but not 单位：万元.
    [GeneratedRegex(@"[^\s：:]+(?:[：:](?!\s|[\d—/+无-]|$)[^\s：:]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
