using OpenCvSharp;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>One picture → a page: upright, straight, its rules, and the text of its cells and lines.</summary>
internal sealed class PageReading(TextRecogniser recogniser)
{
    /// <summary>Long pieces that are read first to see whether the page stands upright.</summary>
    private const int Probes = 6;

    /// <summary>Heights of an ideograph of each that are enough.</summary>
    private const double ProbeLength = 10;

    /// <summary>Mean confidence of upright text; upside down it is about a half.</summary>
    private const double Upright = 0.75;

    /// <summary>Below this, what was read outside tables is no text but a part of a picture.</summary>
    private const double LeastText = 0.5;

    /// <summary>Heights of an ideograph that a figure has at least.</summary>
    private const double Figure = 0.45;

    /// <summary>Stands for ink that no character was found in.</summary>
    private const string Unread = "\uFFFD";

    public OcrPage Read(Mat picture, int number)
    {
        var first = PagePieces.Of(picture, 0);
        var page = first;
        try
        {
            if (first.Pieces.Count > 0 && Probe(first) is var sure and < Upright)
                page = Turned(picture, first, sure);
            return Read(page, number);
        }
        finally
        {
            page.Dispose();
        }
    }

    private PagePieces Turned(Mat picture, PagePieces first, double sure)
    {
        var best = first;
        foreach (var turns in (int[])[2, 1, 3])
        {
            var turned = PagePieces.Of(picture, turns);
            var its = turned.Pieces.Count == 0 ? 0 : Probe(turned);
            if (its > sure)
            {
                best.Dispose();
                (best, sure) = (turned, its);
            }
            else
            {
                turned.Dispose();
            }
            if (sure >= Upright)
                break;
        }
        return best;
    }

    private double Probe(PagePieces page)
    {
        var longest = page.Pieces.OrderByDescending(piece => Math.Min(piece.Box.Width, ProbeLength * page.Em)).Take(Probes).Select(piece => page.Crop(Start(piece, page.Em))).ToList();
        var read = recogniser.Read(longest);
        longest.ForEach(crop => crop.Dispose());
        return read.Average(text => text.Mean);
    }

    private static TextPiece Start(TextPiece piece, double em) =>
        piece.Parts.Count > 0 ? piece : piece with { Box = piece.Box with { Width = Math.Min(piece.Box.Width, (int)(ProbeLength * em)) } };

    private OcrPage Read(PagePieces page, int number)
    {
        var scale = page.Image.PointsPerPixel;
        using var toPicture = page.Image.ToPicture * Mat.FromPixelData(3, 3, MatType.CV_64F, new double[,] { { 1 / scale, 0, 0 }, { 0, 1 / scale, 0 }, { 0, 0, 1 } });
        using var matrix = toPicture.ToMat();
        matrix.GetArray(out double[] values);
        return new OcrPage(
            number, page.Image.Width * scale, page.Image.Height * scale, [.. Words(page)], page.Rules, [.. values], page.Em);
    }

    private IEnumerable<OcrWord> Words(PagePieces page)
    {
        var shapes = page.Pieces.Select(piece => piece is { IsCell: true, Parts.Count: 0 } ? GlyphShapes.Read(page.Text, piece.Box, page.Em) : null).ToList();
        var first = Pass(page, page.Pieces, page.Crop);
        // What its shape already confirms needs no second pass.
        var doubted = Enumerable.Range(0, page.Pieces.Count).Where(i => page.Pieces[i].IsCell && Vote.MayBeFigure(first[i].Text) && (shapes[i] is null || shapes[i] != first[i].Text)).ToList();
        var second = Pass(page, [.. doubted.Select(i => page.Pieces[i])], page.Cleaned);
        var passes = first.Select(text => new List<string> { text.Text }).ToList();
        for (var k = 0; k < doubted.Count; k++)
        {
            passes[doubted[k]].Add(second[k].Text);
            if (shapes[doubted[k]] is { } shape)
                passes[doubted[k]].Add(shape);
        }
        for (var i = 0; i < page.Pieces.Count; i++)
        {
            var (text, other) = Vote.Of(passes[i]);
            // A cell whose ink says nothing is not blank.
            if (page.Pieces[i].IsCell && text.Length == 0)
                text = page.Pieces[i].Box.Height >= Figure * page.Em ? Unread : "";
            if (text.Length > 0 && (page.Pieces[i].IsCell || first[i].Mean >= LeastText))
                yield return new OcrWord(text, other, page.Points(page.Pieces[i].Box), Math.Round(first[i].Confidence, 4));
        }
    }

    private Recognised[] Pass(PagePieces page, IReadOnlyList<TextPiece> pieces, Func<TextPiece, Mat> crop)
    {
        var crops = pieces.Select(crop).ToList();
        var read = recogniser.Read(crops);
        crops.ForEach(picture => picture.Dispose());
        return read;
    }
}
