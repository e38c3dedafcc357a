using OpenCvSharp;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Ocr;

/// <summary>Bytes of a picture file → its pictures in colour, as displayed. OpenCV itself refuses more pixels than the environment allows before it decodes them.</summary>
internal static class PictureFile
{
    /// <returns>Empty where nothing could be decoded. Of an animation the first picture, of a TIFF all pages.</returns>
    public static List<Mat> Decode(ReadOnlySpan<byte> bytes, OcrLimits limits)
    {
        if (IsTiff(bytes))
            return Pages(bytes, limits);
        var picture = Cv2.ImDecode(bytes, ImreadModes.Color);
        return picture.Empty() ? [] : [picture];
    }

    private static bool IsTiff(ReadOnlySpan<byte> bytes) => bytes.StartsWith("II*\0"u8) || bytes.StartsWith("MM\0*"u8);

    // Only a file of several pages is read page by page.
    private static List<Mat> Pages(ReadOnlySpan<byte> bytes, OcrLimits limits)
    {
        using var folder = OwnedFolder.Create(OcrProcess.FolderKind);
        var file = Path.Combine(folder.Path, "pages.tiff");
        File.WriteAllBytes(file, bytes);
        Cv2.ImReadMulti(file, out var pages, ImreadModes.Color);
        foreach (var extra in pages.Skip(limits.Pages))
            extra.Dispose();
        return [.. pages.Take(limits.Pages)];
    }
}
