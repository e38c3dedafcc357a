using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>The PDF engines of this installation.</summary>
public static partial class PdfEngines
{
    private static readonly Lazy<PdfPigEngine> First = new(PdfPigEngine.Installed);
    private static readonly Lazy<PopplerEngine?> Second = new(FindPoppler);

    /// <summary>Part of every build.</summary>
    /// <exception cref="FileNotFoundException">Its program does not lie beside this one: the installation is incomplete.</exception>
    public static IPdfEngine PdfPig => First.Value;

    /// <summary>Null where poppler's tools are not installed: no second reading confirms PDFs then.</summary>
    public static IPdfEngine? Poppler => Second.Value;

    /// <summary>Those that work here, the one that is preferred first.</summary>
    public static IReadOnlyList<IPdfEngine> All => Poppler is { } poppler ? [PdfPig, poppler] : [PdfPig];

    private static PopplerEngine? FindPoppler()
    {
        try
        {
            // pdftotext prints its version on standard error.
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var version = Versions().Match(process.StandardError.ReadToEnd());
            process.WaitForExit();
            PopplerEngine.Sweep();
            return version.Success ? new PopplerEngine(version.Value) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?")]
    private static partial Regex Versions();
}
