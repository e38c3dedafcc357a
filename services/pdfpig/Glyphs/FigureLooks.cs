using UglyToad.PdfPig.PdfFonts;

namespace Pipeline.PdfPig.Glyphs;

/// <summary>
/// Whether a code of a font may be painted as something else than the character that the file says it is: a table of characters can lie, and figures are
/// what it lies about. Each code of a document is looked at once.
/// </summary>
internal sealed class FigureLooks(GlyphOutlines outlines)
{
    /// <summary>Signs that are read as a blank or as a number, and are none where they are painted as a digit.</summary>
    private const string Signs = "-/—–－／.·无零一二三四五六七八九十";

    /// <summary>Distance below which a sign is painted as a digit.</summary>
    private const double SameLook = 0.12;

    /// <summary>Codes of 0 where a font is not embedded and its codes are characters, or numbers of Adobe-GB1: ASCII, GB 18030, Unicode and both widths of the collection.</summary>
    private static readonly int[] Zeros = ['0', 0xA3B0, '０', 17, 830];

    private readonly Dictionary<(IFont Font, int Code, string Text), bool> _known = [];

    public bool AreDoubtful(IFont font, int code, string text)
    {
        if (!IsNotable(text))
            return false;
        if (!_known.TryGetValue((font, code, text), out var isDoubtful))
            _known[(font, code, text)] = isDoubtful = Look(font, code, text);
        return isDoubtful;
    }

    private static bool IsNotable(string text) => text.Length is 0 || text.Any(IsDigit) || string.IsNullOrWhiteSpace(text) || text.Any(character => Signs.Contains(character, StringComparison.Ordinal));

    private bool Look(IFont font, int code, string text)
    {
        var outline = outlines.Of(font, code);
        var shape = outline is { } drawn ? GlyphShape.Of(drawn) : null;
        if (string.IsNullOrWhiteSpace(text))
            return shape is not null;
        if (!text.Any(IsDigit))
            return shape is not null && FigureShapes.Nearest(shape).Distance < SameLook;
        if (text.Length > 1)
            return true;
        var digit = (char)('0' + char.GetNumericValue(text[0]));
        if (outline is null)
            return font is IType3Font || !Zeros.Contains(code - (digit - '0'));
        return shape is null || FigureShapes.Nearest(shape).Digit != digit;
    }

    private static bool IsDigit(char character) => char.IsAsciiDigit(character) || character is >= '０' and <= '９';
}
