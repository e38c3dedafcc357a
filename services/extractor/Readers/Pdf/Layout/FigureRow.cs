using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Pdf.Layout;

/// <summary>A line with figures in columns: a row of a table without rules.</summary>
/// <param name="Labels">What stands to the left of the first figure.</param>
internal sealed record FigureRow(TextLine Line, ImmutableArray<LineSegment> Labels, ImmutableArray<LineSegment> Figures)
{
    /// <summary>y of the middle of the figures.</summary>
    public double Middle { get; } = PdfBox.Around(Figures.Select(figure => figure.Box)).MiddleY;

    /// <returns>Null for a line that is no such row: it must end in figures, with a label or another figure before them.</returns>
    public static FigureRow? Of(TextLine line)
    {
        var labels = line.Segments.TakeWhile(segment => !CharacterClass.IsFigure(segment.Text)).ToImmutableArray();
        var figures = line.Segments.Skip(labels.Length).ToImmutableArray();
        return line.Segments.Length > 1 && figures.Length > 0 && figures.All(figure => CharacterClass.IsFigure(figure.Text))
            ? new FigureRow(line, labels, figures)
            : null;
    }
}
