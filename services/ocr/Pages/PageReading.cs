using System.Collections.Immutable;
using OpenCvSharp;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Ocr.Recognition;

namespace Pipeline.Ocr.Pages;

/// <summary>One picture → a page: upright, straight, its rules, and the text of its cells and lines.</summary>
internal sealed class PageReading(TextRecogniser recogniser)
{
    /// <summary>Below this, what was read outside tables is no text but a part of a picture.</summary>
    private const double LeastText = 0.5;

    /// <summary>Heights of an ideograph, or widths, of ink that may be a figure or a part of one; what is smaller is a speck.</summary>
    private const double Notable = 0.25;

    /// <summary>Least confidence of what its shape confirms: of a lone 0 the model itself is sure by a half.</summary>
    private const double ByShape = 0.95;

    /// <summary>Most confidence of a number that may have had a point, which is lost with the grain.</summary>
    private const double Pointless = 0.5;

    /// <summary>Stands for ink that no character was found in.</summary>
    private const string Unread = "\uFFFD";

    public OcrPage Read(Mat picture, int number)
    {
        var (page, isText) = new Orientation(recogniser).Stand(picture);
        using (page)
            return Read(page, number, isText);
    }

    private OcrPage Read(PagePieces page, int number, bool isText)
    {
        var scale = page.Image.PointsPerPixel;
        using var toPicture = page.Image.ToPicture * Mat.FromPixelData(3, 3, MatType.CV_64F, new double[,] { { 1 / scale, 0, 0 }, { 0, 1 / scale, 0 }, { 0, 0, 1 } });
        using var matrix = toPicture.ToMat();
        matrix.GetArray(out double[] values);
        var (words, unread) = isText ? Words(page) : ([], []);
        return new OcrPage(number, page.Image.Width * scale, page.Image.Height * scale, words, isText ? page.Rules : [], [.. values], page.Em) { Unread = unread };
    }

    private (ImmutableArray<OcrWord> Words, ImmutableArray<PdfBox> Unread) Words(PagePieces page)
    {
        var shapes = page.Pieces.Select(piece => piece is { IsCell: true, Parts.Count: 0 } ? GlyphShapes.Read(page.Text, page.Image.Unsealed, piece.Box, page.Em) : null).ToList();
        var first = Pass(page.Pieces, page.Crop);
        var passes = first.Select(read => new List<Recognised> { read }).ToList();
        // What its shape already confirms needs no second pass.
        var doubted = Of(page, i => Vote.MayBeFigure(first[i].Text) && (shapes[i] is null || shapes[i] != first[i].Text));
        // A point is hardly larger than a speck.
        var pointed = doubted.FindAll(i => first[i].Text.Contains('.', StringComparison.Ordinal));
        var plain = doubted.Except(pointed).ToList();
        Add(passes, plain, Pass([.. plain.Select(i => page.Pieces[i])], page.Cleaned));
        Add(passes, pointed, Pass([.. pointed.Select(i => page.Pieces[i])], page.Wide));
        foreach (var i in doubted.Where(i => shapes[i] is not null))
            passes[i].Add(new Recognised(shapes[i]!, ByShape, ByShape));
        var unclear = doubted.FindAll(i => !Vote.IsClear(Vote.Of(Texts(passes[i])).Text));
        Add(passes, unclear, Pass([.. unclear.Select(i => page.Pieces[i])], page.Wide));
        var (words, unread) = (ImmutableArray.CreateBuilder<OcrWord>(), ImmutableArray.CreateBuilder<PdfBox>());
        for (var i = 0; i < page.Pieces.Count; i++)
        {
            var (piece, (text, other)) = (page.Pieces[i], Said(page.Pieces[i], Texts(passes[i]), shapes[i], page.Em));
            if (text.Length > 0 && (piece.IsCell || first[i].Mean >= LeastText))
                words.Add(new OcrWord(text, other, page.Points(piece.Box), Math.Round(Confidence(page, text, Told(passes[i]), text == shapes[i]), 4)));
            else if (!piece.IsCell)
                unread.Add(page.Points(piece.Box));
        }
        return (words.ToImmutable(), unread.ToImmutable());
    }

    private static List<string> Texts(List<Recognised> passes) => passes.ConvertAll(read => read.Text);

    /// <summary>What the first pass is sure of; of a digit that it took for a letter, what the others are that read it plainly.</summary>
    private static double Told(List<Recognised> passes) => passes[0] is { IsLikeness: true } first
        ? passes.FindAll(read => read.Text == first.Text).Max(read => read.Confidence) : passes[0].Confidence;

    private static double Confidence(PagePieces page, string text, double told, bool isConfirmed) =>
        isConfirmed ? Math.Max(told, ByShape) : page.Image.IsGrainy && text.Length > 1 && text.All(char.IsAsciiDigit) ? Math.Min(told, Pointless) : told;

    /// <summary>A cell with ink that says nothing is not blank, and what other ink lies over is not sure.</summary>
    private static (string Text, string? Other) Said(TextPiece piece, List<string> passes, string? shape, double em)
    {
        // The model knows few slashes that stand alone, and takes them for a 1.
        if (shape == GlyphShapes.Slash && !piece.IsCovered)
            return (shape, passes[..^1].Contains(shape) || passes is [GlyphShapes.Slash] ? null : passes[0]);
        var (text, other) = Vote.Of(passes);
        if (!piece.IsCell || Vote.IsWords(text))
            return (text, null);
        if (text.Length == 0)
            return piece.IsCovered || Math.Max(piece.Box.Width, piece.Box.Height) >= Notable * em ? (Unread, other) : ("", null);
        return (text, piece.IsCovered ? other ?? Unread : other);
    }

    private static List<int> Of(PagePieces page, Func<int, bool> isWanted) => [.. Enumerable.Range(0, page.Pieces.Count).Where(i => page.Pieces[i].IsCell && isWanted(i))];

    private static void Add(List<List<Recognised>> passes, List<int> pieces, Recognised[] read)
    {
        for (var k = 0; k < pieces.Count; k++)
            passes[pieces[k]].Add(read[k]);
    }

    private Recognised[] Pass(List<TextPiece> pieces, Func<TextPiece, Mat> crop)
    {
        var crops = pieces.Select(crop).ToList();
        var read = recogniser.Read(crops);
        crops.ForEach(picture => picture.Dispose());
        return [.. read.Select((its, i) => pieces[i].IsCell ? its.AmongFigures : its)];
    }
}
