using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Recognised words by their height on the page, so that the one at a place is found without looking at all.</summary>
internal sealed class WordRows
{
    /// <summary>Points of a row: about two lines of text.</summary>
    private const double Height = 24;

    private readonly ILookup<int, OcrWord> _rows;

    public WordRows(IEnumerable<OcrWord> words) => _rows = words
        .SelectMany(word => Enumerable.Range(Row(word.Box.Top), Row(word.Box.Bottom) - Row(word.Box.Top) + 1).Select(row => (row, word))).ToLookup(pair => pair.row, pair => pair.word);

    /// <returns>The word whose middle is nearest among those within so many points of the place; null where there is none.</returns>
    public OcrWord? At((double X, double Y) place, double near) => Enumerable.Range(Row(place.Y - near), Row(place.Y + near) - Row(place.Y - near) + 1).SelectMany(row => _rows[row])
        .Where(word => Holds(word.Box, place, near)).MinBy(word => Math.Abs(word.Box.MiddleX - place.X) + Math.Abs(word.Box.MiddleY - place.Y));

    private static bool Holds(PdfBox box, (double X, double Y) place, double near) =>
        place.X > box.Left - near && place.X < box.Right + near && place.Y > box.Top - near && place.Y < box.Bottom + near;

    private static int Row(double y) => (int)Math.Floor(Math.Clamp(y, -1e6, 1e6) / Height);
}
