using System.Text;

namespace Pipeline.Extractor.Readers.Html.Text;

/// <summary>
/// Joins pieces of text as a person reads them. White space collapses to one space (an ideographic space stays one), zero-width characters and soft
/// hyphens go. A line break of the source, of <c>br</c> or between blocks vanishes between two East Asian characters, where it only wraps, and
/// is a space elsewhere, except that <c>br</c> within a number that fills its whole cell joins the digits: <c>12&lt;br&gt;34</c> is 1234.
/// Two blocks, as in <c>&lt;p&gt;1&lt;/p&gt;&lt;p&gt;2&lt;/p&gt;</c>, stay two numbers.
/// </summary>
internal sealed class TextComposer
{
    private readonly StringBuilder _text = new();
    private List<int>? _brokenDigits;
    private Gap _gap = Gap.None;

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
                    break;
                case CharacterClass.IdeographicSpace:
                    Widen(Gap.IdeographicSpace);
                    break;
                default:
                    Close(c);
                    _text.Append(c);
                    break;
            }
        }
    }

    public void LineBreak() => Widen(Gap.LineBreak);

    public void BlockBoundary() => Widen(Gap.Block);

    public override string ToString() => _brokenDigits is { } broken && Rejoined(broken) is { } number ? number : _text.ToString();

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
        if (gap is not (Gap.Space or Gap.IdeographicSpace) && SourceCharacters.IsWide(previous) && SourceCharacters.IsWide(next))
        {
            return;
        }

        if (gap == Gap.LineBreak && (IsDigit(previous) || IsDigit(next)))
        {
            (_brokenDigits ??= []).Add(_text.Length);
        }

        _text.Append(gap == Gap.IdeographicSpace ? '\u3000' : ' ');
    }

    /// <summary>The number without its breaks; null where the pieces are not one number: other text, or a leading zero as in 0 over 0.</summary>
    private string? Rejoined(List<int> broken)
    {
        var joined = new StringBuilder(_text.ToString());
        for (var i = broken.Count - 1; i >= 0; i--)
        {
            joined.Remove(broken[i], 1);
        }

        var number = joined.ToString();
        var body = number.TrimStart('-', '－').TrimEnd('件', '万', '元', '个', '条');
        var leadingZero = body.Length > 1 && body[0] is '0' or '０' && body[1] is not ('.' or '．');
        return !leadingZero && body.Length > 0 && body.All(c => IsDigit(c) || c is '.' or ',' or '，' or '．') ? number : null;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
