using OpenCvSharp;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>Finds which of a picture's four sides is up: upright text is read with high confidence, turned text with less, or not at all.</summary>
internal sealed class Orientation(TextRecogniser recogniser)
{
    /// <summary>Longest pieces that are read to see how the page stands.</summary>
    private const int Probes = 4;

    /// <summary>Heights of an ideograph of each that are enough.</summary>
    private const double ProbeLength = 8;

    /// <summary>Mean confidence of upright text: of faxes it is .97. Columns of sideways forms, read as if they were rows, reach .87.</summary>
    private const double Upright = 0.93;

    /// <summary>Heights of an ideograph of the longest pieces, below which their rows may stand upright as columns.</summary>
    private const double Rows = 4;

    /// <summary>The same from which on they are lines: of a sideways table the lines of its headers, read across as 社公组 and 会益织, are as sure as upright text, and no longer than a header is wide.</summary>
    private const double Line = 6;

    /// <summary>Pieces that are read to see whether a page in doubt has text at all. Of thousands of pieces of noise or of a photograph none comes near that confidence, of a page most do.</summary>
    private const int Sample = 24;
    private const double Legible = 0.8;

    /// <returns>The page with the turn that its text is read best in, the caller's to dispose; and whether anything on it reads as text.</returns>
    public (PagePieces Page, bool IsText) Stand(Mat picture)
    {
        var best = Look(picture, 0);
        if (best.Page.Pieces.Count == 0)
            return (best.Page, true);
        int[] turns = best.Length < Rows ? [1, 3, 2] : [2, 1, 3];
        foreach (var turn in turns.TakeWhile(_ => !best.IsSure))
        {
            var other = Look(picture, turn);
            (best, var worse) = other.IsBetter(best) ? (other, best) : (best, other);
            worse.Page.Dispose();
        }
        return (best.Page, best.IsUpright || IsText(best.Page));
    }

    private View Look(Mat picture, int turn)
    {
        var page = PagePieces.Of(picture, turn);
        var pieces = Longest(page);
        return pieces.Count == 0 ? new View(page, 0, 0) : new View(page, Confidence(page, pieces), pieces.Average(piece => Math.Min(piece.Box.Width / page.Em, ProbeLength)));
    }

    private bool IsText(PagePieces page)
    {
        // From all over the page: a photograph may take up a part of it.
        var every = Math.Max(1, page.Pieces.Count / Sample);
        return Read(page, page.Pieces.Where((_, i) => i % every == 0)).Any(text => text.Mean >= Legible);
    }

    private static List<TextPiece> Longest(PagePieces page) =>
        [.. page.Pieces.OrderByDescending(piece => Math.Min(piece.Box.Width, ProbeLength * page.Em)).Take(Probes)];

    // Zeros are read as well sideways. One of the longest pieces may be what a pen drew across two cells.
    private double Confidence(PagePieces page, List<TextPiece> pieces) =>
        Read(page, pieces).Select(text => Vote.IsWords(text.Text) ? text.Mean : 0).OrderDescending().Take(Math.Max(1, pieces.Count - 1)).Average();

    private Recognised[] Read(PagePieces page, IEnumerable<TextPiece> pieces)
    {
        var crops = pieces.Select(piece => page.Crop(Start(piece, page.Em))).ToList();
        var read = recogniser.Read(crops);
        crops.ForEach(crop => crop.Dispose());
        return read;
    }

    /// <param name="Mean">Of the confidences of its longest pieces but the worst, 0..1; of what are no words, 0.</param>
    /// <param name="Length">Theirs, in heights of an ideograph, <see cref="ProbeLength"/> at most.</param>
    private readonly record struct View(PagePieces Page, double Mean, double Length)
    {
        public bool IsUpright => Mean >= Upright;

        public bool IsSure => IsUpright && Length >= Line;

        public bool IsBetter(View other) => IsUpright && other.IsUpright ? Length > other.Length : Mean > other.Mean;
    }

    private static TextPiece Start(TextPiece piece, double em) =>
        piece.Parts.Count > 0 ? piece : piece with { Box = piece.Box with { Width = Math.Min(piece.Box.Width, (int)(ProbeLength * em)) } };
}
