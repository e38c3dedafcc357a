using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>Where a page shows pictures. Programs cut a large one into strips or tiles; those that lie side by side are one again. Pure.</summary>
internal static class JoinedPictures
{
    /// <summary>Points by which strips of one picture are apart or lie over each other.</summary>
    private const double Gap = 1.5;

    /// <summary>Pictures beyond which a page is a drawing: a scan is cut into some 50 strips.</summary>
    private const int Most = 1000;

    /// <param name="pictures">Boxes in points, origin top left, as those that are returned.</param>
    /// <returns>None where there are too many.</returns>
    public static List<PdfBox> Of(IEnumerable<PdfBox> pictures)
    {
        var boxes = pictures.Where(box => box is { Width: > 0, Height: > 0 }).ToList();
        if (boxes.Count > Most)
            return [];
        // Tiles make rows first, and then the rows one picture.
        for (var before = int.MaxValue; boxes.Count < before;)
        {
            before = boxes.Count;
            boxes = Joined(boxes);
        }
        return boxes;
    }

    private static List<PdfBox> Joined(List<PdfBox> boxes)
    {
        var joined = new List<PdfBox>();
        foreach (var box in boxes.OrderBy(box => box.Top).ThenBy(box => box.Left))
        {
            var beside = joined.FindIndex(other => AreOne(box, other));
            if (beside >= 0)
                joined[beside] = joined[beside].Union(box);
            else
                joined.Add(box);
        }
        return joined;
    }

    private static bool AreOne(PdfBox one, PdfBox other) =>
        (AreNear(one.Left, other.Left) && AreNear(one.Right, other.Right) && (AreNear(one.Top, other.Bottom) || AreNear(one.Bottom, other.Top)))
        || (AreNear(one.Top, other.Top) && AreNear(one.Bottom, other.Bottom) && (AreNear(one.Left, other.Right) || AreNear(one.Right, other.Left)));

    private static bool AreNear(double one, double other) => Math.Abs(one - other) <= Gap;
}
