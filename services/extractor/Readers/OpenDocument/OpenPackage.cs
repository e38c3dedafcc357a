using System.Xml;
using System.Xml.Linq;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.OpenDocument;

/// <summary>The parts of an OpenDocument file that say what it shows.</summary>
/// <param name="Content">Root of content.xml.</param>
/// <param name="Title">From its metadata; null when it has none.</param>
/// <param name="File">Of the whole package.</param>
internal sealed record OpenPackage(XElement Content, OpenStyles Styles, string? Title, ReadOnlyMemory<byte> File)
{
    /// <summary>As the largest PDF: a picture of a page has a hundredth of it.</summary>
    private const long MostPictureBytes = 100L << 20;

    /// <param name="name">What the document is called in a failure.</param>
    /// <exception cref="UnreadableDocumentException">Damaged, encrypted, or beyond the bounds.</exception>
    public static OpenPackage Open(ReadOnlyMemory<byte> bytes, string name)
    {
        if (IsEncrypted(bytes))
            throw new UnreadableDocumentException(FailureReasons.Encrypted, $"The {name} is encrypted with a password. Ask its publisher for an open copy.");
        ZipPackage.Check(bytes, name);
        try
        {
            var content = Part(bytes, "content.xml") ?? throw new UnreadableDocumentException(FailureReasons.Malformed, $"The {name} has no content.xml. Open it to see what it is.");
            var title = Part(bytes, "meta.xml")?.Descendants(OpenNames.Title).FirstOrDefault()?.Value.Trim();
            return new OpenPackage(content, OpenStyles.Of(content, Part(bytes, "styles.xml")), title is { Length: > 0 } ? title : null, bytes)
            {
                HidesZeros = Part(bytes, "settings.xml")?.Descendants().Any(item => item.Name.LocalName == "config-item" && item.Attributes().Any(name => name.Value == "ShowZeroValues") && item.Value == "false") == true,
            };
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The {name} is damaged ({error.Message}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    /// <summary>Whether the settings of the view leave zeros out.</summary>
    public bool HidesZeros { get; private init; }

    /// <returns>The bytes of a part, such as a picture; null where it is missing, damaged or too large.</returns>
    public byte[]? Bytes(string path)
    {
        using var archive = ZipPackage.Open(File);
        if (archive.GetEntry(path) is not { Length: < MostPictureBytes } entry)
            return null;
        try
        {
            using var content = entry.Open();
            var bytes = new byte[entry.Length];
            content.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    private static bool IsEncrypted(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            // The manifest is small, and never encrypted itself.
            return Part(bytes, "META-INF/manifest.xml")?.Descendants().Any(element => element.Name.LocalName == "encryption-data") == true;
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            return false;
        }
    }

    private static XElement? Part(ReadOnlyMemory<byte> bytes, string name)
    {
        using var archive = ZipPackage.Open(bytes);
        if (archive.GetEntry(name) is not { Length: < ZipPackage.MostXmlBytes } entry)
            return null;
        using var reader = ZipPackage.Xml(entry);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
