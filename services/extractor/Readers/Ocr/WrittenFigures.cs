using System.Collections.Immutable;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>
/// The figures that a page's text says where its picture shows them: a second reading of what was recognised. Labels are left out, for layers of
/// scans are full of mistakes in them; so are figures of the picture of which the text says nothing.
/// </summary>
internal sealed class WrittenFigures
{
    /// <summary>Points around a recognised figure within which its characters are written.</summary>
    private const double Near = 4;

    private readonly OcrPage _page;
    private readonly Dictionary<OcrWord, string> _written;

    private readonly WordRows _rows;

    private WrittenFigures(OcrPage page, WordRows rows, Dictionary<OcrWord, string> written, ImmutableArray<PdfWord> unseen) => (_page, _rows, _written, Unseen) = (page, rows, written, unseen);

    /// <summary>Figures of the text where the picture shows nothing, on the straightened page.</summary>
    public ImmutableArray<PdfWord> Unseen { get; }

    /// <summary>Recognised words and what the text says in their places, where one of the two is a figure and the other is not the same.</summary>
    public IEnumerable<(OcrWord Seen, string Written)> Differing => _page.Words.Select(word => (Seen: word, Written: _written.GetValueOrDefault(word, ""))).Where(pair => Differ(pair.Seen.Text, pair.Written));

    /// <param name="page">As it was recognised.</param>
    /// <param name="written">The same page as its text says.</param>
    public static WrittenFigures Of(OcrPage page, PdfPage written)
    {
        var rows = new WordRows(page.Words);
        var (seen, unseen) = (new Dictionary<OcrWord, List<(double X, char Text)>>(), new List<PdfWord>());
        foreach (var word in written.Words)
        {
            var isSeen = false;
            // Each character by itself: a run of a layer may go on over several cells.
            foreach (var (text, place) in word.Text.Zip(Places(word)).Select(pair => (pair.First, page.Straightened(PdfPicture.Pixel(pair.Second.X), PdfPicture.Pixel(pair.Second.Y)))))
            {
                if (rows.At(place, Near) is not { } of)
                    continue;
                isSeen = true;
                if (!seen.TryGetValue(of, out var characters))
                    seen.Add(of, characters = []);
                characters.Add((place.X, text));
            }
            if (!isSeen && IsFigure(word.Text))
                unseen.Add(new PdfWord(word.Text, Around(Places(word).Select(place => page.Straightened(PdfPicture.Pixel(place.X), PdfPicture.Pixel(place.Y))))));
        }
        return new WrittenFigures(page, rows, seen.ToDictionary(pair => pair.Key, pair => string.Concat(pair.Value.OrderBy(character => character.X).Select(character => character.Text))), [.. unseen]);
    }

    /// <summary>Whether the picture shows the figures of the text, all of them, and no other one in the places that are in doubt.</summary>
    /// <param name="doubts">On the page as it is displayed.</param>
    public bool AreConfirmed(IEnumerable<PdfBox> doubts) => !Differing.Any() && Unseen.IsEmpty
        && doubts.Select(box => _rows.At(Straightened(box.MiddleX, box.MiddleY), Near)).OfType<OcrWord>().All(seen => seen.Other is null && _written.ContainsKey(seen));

    private (double X, double Y) Straightened(double x, double y) => _page.Straightened(PdfPicture.Pixel(x), PdfPicture.Pixel(y));

    /// <summary>The page with the figures of the text in place of those recognised; where the passes of recognition differ, what the other one read.</summary>
    public PdfPage Second() => new(
        _page.Number, _page.Width, _page.Height,
        [.. _page.Words.Select(word => new PdfWord(word.Other ?? Said(word), word.Box)).Where(word => word.Text.Length > 0), .. Unseen], _page.Rules);

    private string Said(OcrWord word) => _written.TryGetValue(word, out var text) && (IsFigure(text) || IsFigure(word.Text)) ? text : word.Text;

    private static bool Differ(string seen, string written) =>
        written.Length > 0 && (IsFigure(seen) || IsFigure(written)) && (NumberText.Of(seen), NumberText.Of(written)) is var (one, other) && (one.Value != other.Value || one.Kind != other.Kind);

    private static bool IsFigure(string text) => text.Count(char.IsDigit) is > 0 and var digits && digits * 2 >= text.Length;

    private static IEnumerable<(double X, double Y)> Places(PdfWord word) => Enumerable.Range(0, word.Text.Length).Select(i => (i + 0.5) / word.Text.Length).Select(along => word.Turn switch
    {
        QuarterTurn.Right => (word.Box.MiddleX, word.Box.Top + (along * word.Box.Height)),
        QuarterTurn.Half => (word.Box.Right - (along * word.Box.Width), word.Box.MiddleY),
        QuarterTurn.Left => (word.Box.MiddleX, word.Box.Bottom - (along * word.Box.Height)),
        _ => (word.Box.Left + (along * word.Box.Width), word.Box.MiddleY),
    });

    private static PdfBox Around(IEnumerable<(double X, double Y)> places) => PdfBox.Around(places.Select(place => new PdfBox(place.X - Near, place.Y - Near, place.X + Near, place.Y + Near)));
}
