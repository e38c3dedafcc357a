using System.IO.Compression;
using System.Xml;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>What a package says its parts are.</summary>
internal sealed class ContentTypes
{
    private readonly Dictionary<string, string> _ofExtensions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _ofParts = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="XmlException">The list is no XML.</exception>
    public static ContentTypes Of(ZipArchive archive)
    {
        var types = new ContentTypes();
        if (archive.GetEntry("[Content_Types].xml") is not { } entry)
            return types;
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader is { LocalName: "Default", NodeType: XmlNodeType.Element })
                types._ofExtensions[reader.GetAttribute("Extension") ?? ""] = reader.GetAttribute("ContentType") ?? "";
            else if (reader is { LocalName: "Override", NodeType: XmlNodeType.Element })
                types._ofParts[(reader.GetAttribute("PartName") ?? "").TrimStart('/')] = reader.GetAttribute("ContentType") ?? "";
        }

        return types;
    }

    /// <summary>Whether the library may parse the part: pictures and pages are only carried along.</summary>
    public bool IsXml(string part) =>
        !part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        && (_ofParts.GetValueOrDefault(part) ?? _ofExtensions.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'))) is { } type
            ? type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) && !type.Contains("html", StringComparison.OrdinalIgnoreCase)
            : part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
