using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A run of characters set without a gap (less than about a tenth of the font size) on one baseline.</summary>
/// <param name="Text">Unicode as the font maps it, in reading direction, without white space at its ends.</param>
/// <param name="Box">About the line box of the font: from ascent to descent.</param>
/// <param name="Turn">How far the run is turned clockwise from upright, as displayed.</param>
public sealed record PdfWord(string Text, PdfBox Box, QuarterTurn Turn = QuarterTurn.None)
{
    private readonly double? _length;

    /// <summary>Extent along the reading direction, in points; of a word on two lines that of both.</summary>
    public double Length
    {
        get => _length ?? (Turn is QuarterTurn.None or QuarterTurn.Half ? Box.Width : Box.Height);
        init => _length = value;
    }

    /// <summary>Extent across the reading direction, in points.</summary>
    public double Thickness => Turn is QuarterTurn.None or QuarterTurn.Half ? Box.Height : Box.Width;

    /// <summary>This word and the rest of it, which stands beside or below, as one.</summary>
    public PdfWord With(PdfWord rest) => this with { Text = Text + rest.Text, Box = Box.Union(rest.Box), Length = Length + rest.Length };

    /// <param name="places">Indices of the characters with which a part begins, but for the first, ascending.</param>
    /// <returns>The parts, as if all characters were of one width.</returns>
    public IEnumerable<PdfWord> CutAt(IEnumerable<int> places)
    {
        var width = Box.Width / Text.Length;
        ImmutableArray<int> borders = [0, .. places, Text.Length];
        return borders.Zip(borders.Skip(1), (start, end) => this with { Text = Text[start..end], Box = Box with { Left = Box.Left + (start * width), Right = Box.Left + (end * width) } });
    }
}
