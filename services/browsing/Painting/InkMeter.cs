using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Html.Painting;

namespace Pipeline.Browsing.Painting;

/// <summary>Measures how much of a text is seen, from two pictures of a page of which one is without letters.</summary>
internal sealed class InkMeter(Screenshot with, Screenshot without)
{
    /// <summary>Levels of grey: a line that is told from its ground.</summary>
    private const int Line = 48;

    /// <summary>Of the height of the text: thicker ones are a ground, not a line.</summary>
    private const double Thickest = .3;

    /// <summary>Of the height of the text, from its top: where a line strikes letters out, above the one that underlines.</summary>
    private const double StruckFrom = .3;
    private const double StruckTo = .75;

    public PaintedText Measure(PaintedText text) => text with { Ink = Ink(text), IsStruck = IsStruck(text.Box) };

    // Figures are of one width in nearly all fonts: each has its part of the box. Of other text one letter speaks for all, and of a value
    // in a control, whose box is wider than its figures: none of them is wider than its line is high.
    private ImmutableArray<byte> Ink(PaintedText text)
    {
        var length = text.Text.Length;
        if (length == 0)
            return [];
        var width = text.Box.Width / length;
        if (width > text.Box.Height || !text.Text.All(char.IsAsciiDigit))
            return [.. Enumerable.Repeat(Ink(text.Box.Left, text.Box.Right, text.Box), length)];
        return [.. Enumerable.Range(0, length).Select(i => Ink(text.Box.Left + (i * width), text.Box.Left + ((i + 1) * width), text.Box))];
    }

    private byte Ink(double left, double right, PaintedBox box)
    {
        var most = 0;
        for (var y = Row(box.Top); y < Row(box.Bottom); y++)
        {
            for (var x = Column(left); x < Column(right); x++)
                most = Math.Max(most, Difference(with, x, y, without, x, y));
        }

        return (byte)most;
    }

    // What stays without letters and runs from one end to the other through the middle, thin and of another colour than above it.
    private bool IsStruck(PaintedBox box)
    {
        var (left, right) = (Column(box.Left + 1), Column(box.Right - 1));
        var (top, bottom) = (Row(box.Top + (box.Height * StruckFrom)), Row(box.Top + (box.Height * StruckTo)));
        if (right - left < 2 || top < 1 || bottom <= top)
            return false;
        var lines = 0;
        for (var y = top; y < bottom; y++)
            lines += IsLine(left, right, y, top - 1) ? 1 : 0;
        return lines > 0 && lines <= Math.Max(2, box.Height * Thickest);
    }

    private bool IsLine(int left, int right, int y, int ground)
    {
        for (var x = left; x < right; x++)
        {
            if (Difference(without, x, y, without, x, ground) < Line || Difference(without, x, y, without, left, y) > Line)
                return false;
        }

        return true;
    }

    private static int Difference(Screenshot one, int x, int y, Screenshot other, int otherX, int otherY)
    {
        var (a, b) = (((y * one.Width) + x) * Screenshot.Channels, ((otherY * other.Width) + otherX) * Screenshot.Channels);
        var most = 0;
        for (var channel = 0; channel < Screenshot.Channels; channel++)
            most = Math.Max(most, Math.Abs(one.Pixels[a + channel] - other.Pixels[b + channel]));
        return most;
    }

    private int Row(double y) => (int)Math.Clamp(Math.Round(y), 0, Math.Min(with.Height, without.Height));

    private int Column(double x) => (int)Math.Clamp(Math.Round(x), 0, Math.Min(with.Width, without.Width));
}
