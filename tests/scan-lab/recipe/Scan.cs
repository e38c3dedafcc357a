using System.Diagnostics;
using System.Globalization;
using OpenCvSharp;

namespace Pipeline.ScanLab;

/// <summary>A document → one spoilt picture file of it.</summary>
internal static class Scan
{
    /// <returns>Name of the file; null where the document cannot be printed.</returns>
    public static async Task<string?> Make(CorpusDocument document, string name, string target, string id)
    {
        var folder = Directory.CreateTempSubdirectory("scan-lab-");
        try
        {
            var kind = Kinds.All[name];
            if (kind.IsScreenshot)
                return document.IsPdf ? null : await Screenshot(document, folder.FullName, target, id);
            var pages = await Pages(document, folder.FullName, kind.DotsPerInch);
            var random = new Random(id.Sum(character => character));
            var jpegs = new List<byte[]>();
            foreach (var page in pages)
            {
                using var clean = Cv2.ImRead(page, ImreadModes.Color);
                using var spoilt = kind.Spoil(clean, random);
                Cv2.ImEncode(".jpg", spoilt, out var jpeg, new ImageEncodingParam(ImwriteFlags.JpegQuality, kind.JpegQuality));
                jpegs.Add(jpeg);
            }
            if (jpegs.Count == 0)
                return null;
            await File.WriteAllBytesAsync(Path.Combine(target, id + ".pdf"), JpegPdf.Of(jpegs));
            return id + ".pdf";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IEnumerable<string>> Pages(CorpusDocument document, string folder, int dotsPerInch)
    {
        var pdf = document.File;
        if (!document.IsPdf)
        {
            pdf = Path.Combine(folder, "printed.pdf");
            await Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", "file://" + Path.GetFullPath(document.File));
        }
        await Run("pdftoppm", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), pdf, Path.Combine(folder, "page"));
        return Directory.GetFiles(folder, "page*.ppm").Order(StringComparer.Ordinal);
    }

    /// <summary>Pixels: the longest page, and what is left below its last line.</summary>
    private const int LongestPage = 12_000;
    private const int Foot = 40;

    private static async Task<string?> Screenshot(CorpusDocument document, string folder, string target, string id)
    {
        var file = Path.Combine(folder, "page.png");
        await Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", $"--window-size=1100,{LongestPage}", $"--screenshot={file}", "file://" + Path.GetFullPath(document.File));
        using var page = Cv2.ImRead(file, ImreadModes.Color);
        if (page.Empty())
            return null;
        using var ink = page.CvtColor(ColorConversionCodes.BGR2GRAY).Threshold(245, 255, ThresholdTypes.BinaryInv);
        using var shown = page[0, Math.Min(page.Height, Cv2.BoundingRect(ink).Bottom + Foot), 0, page.Width];
        Cv2.ImWrite(Path.Combine(target, id + ".png"), shown);
        return id + ".png";
    }

    private static async Task Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
    }
}
