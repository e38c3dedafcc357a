using System.Text;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>
/// Joins pieces of text as a person reads them. White space collapses to one space (an ideographic space stays one), zero-width characters and soft
/// hyphens go. A line break of the source, of <c>br</c> or between blocks vanishes between two East Asian characters, where it only wraps, and
/// is a space elsewhere. Two lines of a cell of figures stay two: <c>12&lt;br&gt;34</c> is no 1234, nor are two paragraphs.
/// </summary>
internal sealed class TextComposer
{
    private readonly StringBuilder _text = new();
    private List<int>? _breaks;
    private Gap _gap = Gap.None;
    private int _hardSpaces;

    private enum Gap
    {
        None,
        SourceLine,
        Space,
        IdeographicSpace,
        LineBreak,
        Block,
    }

    public bool IsEmpty => _text.Length == 0;

    public bool EndsInNumber => _gap is Gap.None or Gap.SourceLine && _text.Length > 0 && (IsDigit(_text[^1]) || _text[^1] is '%' or '％' or '件' or '元');

    public void Append(string text)
    {
        foreach (var c in text)
        {
            switch (SourceCharacters.Classify(c))
            {
                case CharacterClass.Invisible:
                    break;
                case CharacterClass.SourceLine:
                    Widen(Gap.SourceLine);
                    break;
                case CharacterClass.Space:
                    Widen(Gap.Space);
                    _hardSpaces += c is ' ' or '\t' ? 0 : 1;
                    break;
                case CharacterClass.IdeographicSpace:
                    Widen(Gap.IdeographicSpace);
                    break;
                default:
                    Close(c);
                    _text.Append(c);
                    _hardSpaces = 0;
                    break;
            }
        }
    }

    public void LineBreak() => Widen(Gap.LineBreak);

    public void BlockBoundary() => Widen(Gap.Block);

    public override string ToString() => _breaks is { } breaks && Lines(breaks) is { } lines ? lines : _text.ToString();

    private void Widen(Gap gap)
    {
        if (gap > _gap)
        {
            _gap = gap;
        }
    }

    private void Close(char next)
    {
        var gap = _gap;
        _gap = Gap.None;
        if (gap == Gap.None || _text.Length == 0)
        {
            return;
        }

        var previous = _text[^1];
        if (gap is Gap.LineBreak or Gap.Block && Numerals.Are(previous, next))
        {
            (_breaks ??= []).Add(_text.Length);
        }

        if (gap is not (Gap.Space or Gap.IdeographicSpace) && SourceCharacters.IsWide(previous) && SourceCharacters.IsWide(next))
        {
            return;
        }

        _text.Append(gap == Gap.IdeographicSpace ? "\u3000" : gap == Gap.Space && _hardSpaces > 1 && IsDigit(previous) && IsDigit(next) ? "  " : " ");
    }

    /// <summary>With a line break between numerals on two lines; null for other text, in which they are words of a sentence or a label.</summary>
    private string? Lines(List<int> breaks)
    {
        var text = _text.ToString();
        if (!text.All(c => char.IsWhiteSpace(c) || Numerals.Is(c) || "+-－件万元个条".Contains(c, StringComparison.Ordinal)))
        {
            return null;
        }

        var lines = new StringBuilder(text);
        for (var i = breaks.Count - 1; i >= 0; i--)
        {
            lines.Remove(breaks[i], lines[breaks[i]] == ' ' ? 1 : 0).Insert(breaks[i], Numerals.Break);
        }

        return lines.ToString();
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
