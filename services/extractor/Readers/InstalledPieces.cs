using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Office;
using Pipeline.Extractor.Readers.Pdf;

namespace Pipeline.Extractor.Readers;

/// <summary>What of the readers' tools this machine has. Documents that need a missing one are failures that name it; everything else is read as ever.</summary>
public static class InstalledPieces
{
    private const string ChineseEncodings = "/usr/share/poppler/cMap/Adobe-GB1";

    public static IReadOnlyList<InstalledPiece> All() =>
    [
        new("PdfPig", PdfPig(), "No PDF is read by the first engine.", "build services/pdfpig, or install the package again"),
        new("poppler", PdfEngines.Poppler?.Version, "No second reading confirms PDFs, and their scanned pages cannot be drawn.", "apt-get install poppler-utils"),
        new("poppler's Chinese encodings", Directory.Exists(ChineseEncodings) ? ChineseEncodings : null, "Text of some fonts is missing from the second reading of PDFs.", "apt-get install poppler-data"),
        Office(OfficeTarget.Docx, "LibreOffice Writer", ".doc, .wps and .rtf are failures (failed.needs-libreoffice)."),
        Office(OfficeTarget.Xlsx, "LibreOffice Calc", ".xls and .et are failures (failed.needs-libreoffice)."),
        .. OcrInstallation.Pieces(),
    ];

    private static string? PdfPig()
    {
        try
        {
            return PdfEngines.PdfPig.Version;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static InstalledPiece Office(OfficeTarget target, string name, string cost) =>
        new(name, OfficeInstallation.Find() is { } office && office.Has(target) ? office.Version : null, cost, $"apt-get install --no-install-recommends {target.Package}");
}
