using System.IO.Compression;
using System.Text;

namespace Pipeline.Extractor.Sniffing;

/// <summary>Tells documents that are ZIP archives of parts from archives of documents, by the parts' names.</summary>
internal static class ZipKind
{
    public const string Archive = MediaTypes.Zip;

    private const int LongestMimetype = 100;

    private static readonly (string Part, string MediaType)[] Kinds =
    [
        ("word/document.xml", MediaTypes.Docx),
        ("xl/workbook.xml", MediaTypes.Xlsx),
        ("xl/workbook.bin", MediaTypes.Xlsb),
        ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("OFD.xml", MediaTypes.Ofd),
    ];

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            var names = archive.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            // Some converters name the main part of a Word file otherwise.
            return OpenDocument(archive) ?? Array.Find(Kinds, kind => names.Contains(kind.Part)).MediaType
                ?? (names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? MediaTypes.Docx : Archive);
        }
        catch (InvalidDataException)
        {
            return Cut(bytes);
        }
    }

    /// <summary>Of an archive whose table of contents is cut off: the names still stand before the parts.</summary>
    private static string Cut(ReadOnlySpan<byte> bytes)
    {
        foreach (var (part, mediaType) in Kinds)
        {
            if (bytes.IndexOf(Encoding.ASCII.GetBytes(part)) >= 0)
                return mediaType;
        }
        return bytes.IndexOf("word/"u8) >= 0 ? MediaTypes.Docx : Archive;
    }

    private static string? OpenDocument(ZipArchive archive)
    {
        if (archive.GetEntry("mimetype") is not { Length: > 0 and < LongestMimetype } entry)
            return null;
        using var content = new StreamReader(entry.Open(), Encoding.ASCII);
        var type = content.ReadToEnd().Trim();
        return type.StartsWith("application/vnd.oasis.opendocument.", StringComparison.Ordinal) ? type : null;
    }
}
