using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>The PDF engines that this build and this machine have.</summary>
public static partial class PdfEngines
{
    /// <summary>Engines that work here: PdfPig where the build has it, then poppler.</summary>
    public static IReadOnlyList<IPdfEngine> All => Available.Value;

    private static readonly Lazy<IReadOnlyList<IPdfEngine>> Available = new(() => [.. PdfPig(), .. Poppler()]);

    private static IEnumerable<IPdfEngine> PdfPig() => PdfPigEngine.Find() is { } engine ? [engine] : [];

    private static IEnumerable<IPdfEngine> Poppler()
    {
        try
        {
            // pdftotext prints its version on standard error.
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var version = Versions().Match(process.StandardError.ReadToEnd());
            process.WaitForExit();
            return version.Success ? [new PopplerEngine(version.Value)] : [];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Versions();
}
