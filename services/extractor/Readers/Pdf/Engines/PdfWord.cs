namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A run of characters set without a gap (less than about a tenth of the font size) on one baseline.</summary>
/// <param name="Text">Unicode as the font maps it, in reading direction, without white space at its ends.</param>
/// <param name="Box">About the line box of the font: from ascent to descent.</param>
/// <param name="Turn">How far the run is turned clockwise from upright, as displayed.</param>
public sealed record PdfWord(string Text, PdfBox Box, QuarterTurn Turn = QuarterTurn.None)
{
    /// <summary>Extent along the reading direction, in points.</summary>
    public double Length => Turn is QuarterTurn.None or QuarterTurn.Half ? Box.Width : Box.Height;

    /// <summary>Extent across the reading direction, in points.</summary>
    public double Thickness => Turn is QuarterTurn.None or QuarterTurn.Half ? Box.Height : Box.Width;
}
