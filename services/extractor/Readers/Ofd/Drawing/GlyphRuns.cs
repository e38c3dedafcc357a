using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd.Drawing;

/// <summary>
/// Makes words of the characters of text objects. Files give the place of each character and not its width; widths are taken from the kind of
/// script. Programs also set every character as an object of its own, so that a run goes on from one object to the next.
/// </summary>
internal sealed class GlyphRuns
{
    /// <summary>Gap in font sizes that ends a word: digits of wide fonts stand up to a tenth further apart than their estimated width.</summary>
    private const double WordGap = 0.25;

    /// <summary>Share of its width by which a character may lie under the one before, as narrow setting has it; on top of it is a shadow, or text set anew.</summary>
    private const double Overlap = 0.45;

    private const double Ascent = 0.86;
    private const double Descent = 0.14;

    private readonly ImmutableArray<PdfWord>.Builder _words = ImmutableArray.CreateBuilder<PdfWord>();
    private Run? _open;

    /// <param name="place">Map from the object's inside to points of the page.</param>
    public void Add(XElement element, OfdMatrix place)
    {
        var size = OfdXml.Number(element, "Size", 0);
        if (size <= 0 || TurnOf(place) is not { } turn)
            return;
        turn = (QuarterTurn)(((int)turn + ((int)OfdXml.Number(element, "CharDirection", 0) / 90)) % 4);
        var stretch = OfdXml.Number(element, "HScale", 1);
        var (x, y) = (0.0, 0.0);
        foreach (var code in element.Children("TextCode"))
        {
            // A place that is not said is that of the code before.
            (x, y) = (OfdXml.Number(code, "X", x), OfdXml.Number(code, "Y", y));
            AddCode(code, new Pen(place, size, stretch, turn), x, y);
        }
    }

    /// <summary>The words on the page; those outside it are not seen.</summary>
    public ImmutableArray<PdfWord> Words(PdfBox page)
    {
        Close();
        return [.. _words.Where(word => page.Contains(word.Box.MiddleX, word.Box.MiddleY))];
    }

    private void AddCode(XElement code, Pen pen, double x, double y)
    {
        // Written on lines of its own: what indents it is the file's.
        var text = (code.Value.AsSpan().Trim(' ') is ['\r' or '\n', ..] ? code.Value.Trim() : code.Value.Trim('\r', '\n')).EnumerateRunes().ToArray();
        var (right, down) = (OfdSteps.Of(code.Attribute("DeltaX")?.Value, text.Length), OfdSteps.Of(code.Attribute("DeltaY")?.Value, text.Length));
        for (var i = 0; i < text.Length; i++)
        {
            Add(text[i], pen, x, y);
            // The last step goes on where there are fewer than characters.
            x += right.Count > 0 ? right[Math.Min(i, right.Count - 1)] : down.Count > 0 ? 0 : pen.Width(text[i]);
            y += down.Count > 0 ? down[Math.Min(i, down.Count - 1)] : 0;
        }
    }

    private void Add(Rune character, Pen pen, double x, double y)
    {
        if (Rune.IsWhiteSpace(character) || Rune.IsControl(character) || character.Value == 0x200B)
        {
            Close();
            return;
        }
        var box = pen.Box(x, y, pen.Width(character));
        if (_open is { } run && run.Continues(box, pen.Turn))
            _open = run with { Text = run.Text + character.ToString(), Box = run.Box.Union(box) };
        else
        {
            Close();
            _open = new Run(character.ToString(), box, pen.Turn);
        }
    }

    private void Close()
    {
        if (_open is { } run)
            _words.Add(new PdfWord(run.Text, run.Box, run.Turn));
        _open = null;
    }

    /// <summary>Direction of the base line as displayed; null for slanted text, as watermarks are.</summary>
    private static QuarterTurn? TurnOf(OfdMatrix place)
    {
        var (x, y) = (place.A, place.B);
        if (Math.Abs(y) < Math.Abs(x) * 0.1)
            return x > 0 ? QuarterTurn.None : QuarterTurn.Half;
        return Math.Abs(x) < Math.Abs(y) * 0.1 ? y > 0 ? QuarterTurn.Right : QuarterTurn.Left : null;
    }

    private sealed record Pen(OfdMatrix Place, double Size, double Stretch, QuarterTurn Turn)
    {
        /// <summary>Estimated advance in the units of the object: full for ideographs, about half for digits and letters.</summary>
        public double Width(Rune character) => Size * Stretch * (character.Value < 0x2000 ? character.Value is '.' or ',' or ':' or ';' or '\'' or '|' or 'i' or 'l' ? 0.3 : 0.5 : 1);

        public PdfBox Box(double x, double y, double width)
        {
            var (first, second) = (Place.Map(x, y - (Size * Ascent)), Place.Map(x + width, y + (Size * Descent)));
            return new PdfBox(Math.Min(first.X, second.X), Math.Min(first.Y, second.Y), Math.Max(first.X, second.X), Math.Max(first.Y, second.Y));
        }
    }

    private sealed record Run(string Text, PdfBox Box, QuarterTurn Turn)
    {
        public bool Continues(PdfBox next, QuarterTurn turn)
        {
            if (turn != Turn)
                return false;
            var (along, across, size, width) = turn switch
            {
                QuarterTurn.None => (next.Left - Box.Right, next.MiddleY - Box.MiddleY, next.Height, next.Width),
                QuarterTurn.Half => (Box.Left - next.Right, next.MiddleY - Box.MiddleY, next.Height, next.Width),
                QuarterTurn.Right => (next.Top - Box.Bottom, next.MiddleX - Box.MiddleX, next.Width, next.Height),
                _ => (Box.Top - next.Bottom, next.MiddleX - Box.MiddleX, next.Width, next.Height),
            };
            return along < size * WordGap && along > -width * Overlap && Math.Abs(across) < size * 0.1;
        }
    }
}
