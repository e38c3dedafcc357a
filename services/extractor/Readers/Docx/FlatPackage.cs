using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Packages;
using Pipeline.Extractor.Sniffing;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>A Word file whose parts stand in one XML file, as Word saves it under "XML document", packed as the ZIP that it is else.</summary>
internal static class FlatPackage
{
    private static readonly XNamespace Package = "http://schemas.microsoft.com/office/2006/xmlPackage";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <returns>The bytes themselves where they are no such file.</returns>
    /// <exception cref="UnreadableDocumentException">malformed, too-large.</exception>
    public static ReadOnlyMemory<byte> Zipped(ReadOnlyMemory<byte> bytes)
    {
        if (OfficeXmlKind.Of(bytes.Span) != MediaTypes.FlatWord)
            return bytes;
        if (bytes.Length > ZipPackage.MostXmlBytes)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The Word file is one XML file of {bytes.Length >> 20} MiB; at most {ZipPackage.MostXmlBytes >> 20} are read. Save it as .docx.");
        try
        {
            using var reader = ZipPackage.Xml(new MemoryStream(bytes.ToArray(), writable: false));
            return Zip([.. XElement.Load(reader).Elements(Package + "part")]);
        }
        catch (Exception error) when (error is XmlException or FormatException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The Word file is damaged or cut off ({error.Message}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    private static ReadOnlyMemory<byte> Zip(List<XElement> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes(new XElement(Types + "Types", parts.Select(part => new XElement(Types + "Override", new XAttribute("PartName", Name(part)), new XAttribute("ContentType", (string?)part.Attribute(Package + "contentType") ?? "")))).ToString(SaveOptions.DisableFormatting)));
            foreach (var part in parts)
                Add(archive, Name(part).TrimStart('/'), Content(part));
        }
        return bytes.ToArray();
    }

    private static string Name(XElement part) => (string?)part.Attribute(Package + "name") ?? "";

    private static byte[] Content(XElement part) => part.Element(Package + "binaryData") is { } binary ? Convert.FromBase64String(binary.Value)
        : Encoding.UTF8.GetBytes(string.Concat(part.Element(Package + "xmlData")?.Elements().Select(root => root.ToString(SaveOptions.DisableFormatting)) ?? []));

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        part.Write(content);
    }
}
