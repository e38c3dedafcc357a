namespace Pipeline.Extractor.Readers.Office;

/// <summary>What LibreOffice turns a file into, and the part of it that must be installed for that.</summary>
/// <param name="Extension">Of the file that it writes.</param>
/// <param name="Filter">LibreOffice's name of the format.</param>
/// <param name="Component">File in its program folder that the part brings.</param>
/// <param name="Package">Debian package of the part.</param>
public sealed record OfficeTarget(string Extension, string Filter, string Component, string Package)
{
    public static OfficeTarget Docx { get; } = new("docx", "MS Word 2007 XML", "libswlo.so", "libreoffice-writer-nogui");

    public static OfficeTarget Xlsx { get; } = new("xlsx", "Calc MS Excel 2007 XML", "libsclo.so", "libreoffice-calc-nogui");
}
