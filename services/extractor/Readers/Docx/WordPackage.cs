using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Bounds a Word file before anything in it is parsed, and tells files that only look like one.</summary>
internal static class WordPackage
{
    /// <summary>Unpacked bytes of all parts together. The largest real reports, with pictures, stay below 30 MB.</summary>
    private const long MostBytes = 200L << 20;

    /// <summary>Unpacked bytes of one XML part: its tree takes about ten times that in memory.</summary>
    private const long MostXmlBytes = 32L << 20;

    /// <summary>Growth of a part beyond which it is a bomb; XML of long tables reaches 60.</summary>
    private const long HighestRatio = 300;

    private const int MostParts = 5000;

    /// <summary>Elements of all parts together: each takes up to two kilobytes in memory. Reports of a hundred pages have 60,000.</summary>
    private const int MostElements = 300_000;

    /// <summary>A table in a text box in a table in a text box is about 60 deep.</summary>
    private const int DeepestElement = 250;

    private static ReadOnlySpan<byte> OleSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static ReadOnlySpan<byte> EndOfArchive => "PK\u0005\u0006"u8;

    /// <summary>"EncryptedPackage" in UTF-16: the stream that holds an encrypted package in an OLE container.</summary>
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <exception cref="UnreadableDocumentException">No Word file in the Open XML format, or one beyond the bounds.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
            throw new UnreadableDocumentException("empty", "The file has 0 bytes. Fetch it again.");
        if (span.StartsWith(OleSignature))
        {
            throw span.IndexOf(EncryptedPackage) >= 0
                ? new UnreadableDocumentException("encrypted", "The Word file is encrypted with a password. Ask its publisher for an open copy.")
                : new UnreadableDocumentException("unsupported", "This is an old Word file (.doc). Open it in a word processor, save it as .docx or PDF and read that.");
        }
        if (!span.StartsWith("PK"u8))
            throw new UnreadableDocumentException("malformed", "The file is named as a Word file but its content is something else. Open it in a viewer to see what it is.");
        CheckParts(bytes, cancellation);
    }

    private static void CheckParts(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > MostBytes || archive.GetEntry("[Content_Types].xml") is { Length: > MostXmlBytes })
                throw TooLarge();
            var types = ContentTypes.Of(archive);
            if (archive.Entries.Any(entry => IsOversized(entry, types)))
                throw TooLarge();
            var elements = 0;
            foreach (var entry in archive.Entries.Where(entry => types.IsXml(entry.FullName)))
                elements = CheckElements(entry, elements, cancellation);
        }
        catch (XmlException error)
        {
            throw new UnreadableDocumentException("malformed", $"The Word file is damaged ({error.Message}). Fetch it again or ask its publisher for a whole copy.", error);
        }
        catch (InvalidDataException error)
        {
            throw bytes.Span.LastIndexOf(EndOfArchive) < 0
                ? new UnreadableDocumentException("truncated", "The Word file is cut off: its table of contents is missing. Fetch it again.", error)
                : new UnreadableDocumentException("malformed", "The Word file is damaged: a part of it cannot be unpacked. Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    /// <summary>The library builds trees by recursion, so that a part nested without bound would end the process, and one of millions of elements fill its memory.</summary>
    /// <returns>The elements so far, with those of this part.</returns>
    private static int CheckElements(ZipArchiveEntry entry, int elements, CancellationToken cancellation)
    {
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
                throw new UnreadableDocumentException("malformed", $"The Word file nests its elements more than {DeepestElement} deep, which no word processor does. It may be built to exhaust memory.");
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            elements += 1 + (reader.AttributeCount / 8);
            if (elements > MostElements)
                throw new UnreadableDocumentException("too-large", $"The Word file has more than {MostElements} elements, far more than a report needs. It may be built to exhaust memory; look at it with an archive tool first.");
            if (elements % 1024 == 0)
                cancellation.ThrowIfCancellationRequested();
        }

        return elements;
    }

    // The sizes are what the archive declares; ZipArchive stops reading a part at its declared size.
    private static bool IsOversized(ZipArchiveEntry entry, ContentTypes types) =>
        (entry.Length > MostXmlBytes && types.IsXml(entry.FullName))
        || (entry.Length > 1 << 20 && entry.Length > entry.CompressedLength * HighestRatio);

    private static UnreadableDocumentException TooLarge() =>
        new("too-large", "The Word file unpacks to far more than a report needs. It may be built to exhaust memory; look at it with an archive tool first.");
}
