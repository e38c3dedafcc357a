using System.IO.Compression;
using System.Xml;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Packages;

/// <summary>Bounds a document that is a ZIP of XML parts (Word, spreadsheets, OpenDocument, OFD) before anything in it is parsed.</summary>
internal static class ZipPackage
{
    /// <summary>Unpacked bytes of all parts together. The largest real reports, with pictures, stay below 30 MB.</summary>
    private const long MostBytes = 200L << 20;

    /// <summary>Unpacked bytes of one XML part: its tree takes about ten times that in memory.</summary>
    public const long MostXmlBytes = 32L << 20;

    /// <summary>Growth of a part beyond which it is a bomb; XML of long tables reaches 60.</summary>
    private const long HighestRatio = 300;

    private const int MostParts = 5000;

    /// <summary>A table in a text box in a table in a text box is about 60 deep.</summary>
    private const int DeepestElement = 250;

    // Some programs name the type of a document in its parts; it is neither fetched nor read.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CloseInput = true };

    private static ReadOnlySpan<byte> EndOfArchive => "PK\u0005\u0006"u8;

    /// <param name="name">What the document is called in a failure, such as <c>Word file</c>.</param>
    /// <exception cref="UnreadableDocumentException">Truncated, damaged, or beyond the bounds.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes, string name) => CheckEntries(bytes, name, entry =>
    {
        // OpenOffice leaves parts of settings empty.
        if (IsXml(entry) && entry.Length > 0)
            CheckDepth(entry, name);
    });

    /// <summary>As <see cref="Check"/>, but for how deep the parts nest: who parses them looks at that.</summary>
    /// <inheritdoc cref="Check"/>
    public static void CheckEntries(ReadOnlyMemory<byte> bytes, string name) => CheckEntries(bytes, name, _ => { });

    private static void CheckEntries(ReadOnlyMemory<byte> bytes, string name, Action<ZipArchiveEntry> check)
    {
        try
        {
            using var archive = Open(bytes);
            if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > MostBytes || archive.Entries.Any(IsOversized))
                throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The {name} unpacks to far more than a report needs. It may be built to exhaust memory; look at it with an archive tool first.");
            foreach (var entry in archive.Entries)
                check(entry);
        }
        catch (XmlException error)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The {name} is damaged ({error.Message}). Fetch it again or ask its publisher for a whole copy.", error);
        }
        catch (InvalidDataException error)
        {
            throw bytes.Span.LastIndexOf(EndOfArchive) < 0
                ? new UnreadableDocumentException(FailureReasons.Truncated, $"The {name} is cut off: its table of contents is missing. Fetch it again.", error)
                : new UnreadableDocumentException(FailureReasons.Malformed, $"The {name} is damaged: a part of it cannot be unpacked. Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no archive.</exception>
    public static ZipArchive Open(ReadOnlyMemory<byte> bytes) => new(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);

    /// <summary>A reader over a part that loads nothing from outside; it closes the part.</summary>
    public static XmlReader Xml(ZipArchiveEntry entry) => Xml(entry.Open());

    /// <inheritdoc cref="Xml(ZipArchiveEntry)"/>
    public static XmlReader Xml(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>As <see cref="Xml(ZipArchiveEntry)"/> over markup of a part.</summary>
    public static XmlReader Xml(TextReader markup) => XmlReader.Create(markup, Settings);

    /// <summary>The library builds trees by recursion, so that a part nested without bound would end the process.</summary>
    private static void CheckDepth(ZipArchiveEntry entry, string name)
    {
        using var reader = Xml(entry);
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
                throw new UnreadableDocumentException(FailureReasons.Malformed, $"The {name} nests its elements more than {DeepestElement} deep, which no program writes. It may be built to exhaust memory.");
        }
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    // The sizes are what the archive declares; ZipArchive stops reading a part at its declared size.
    private static bool IsOversized(ZipArchiveEntry entry) =>
        (IsXml(entry) && entry.Length > MostXmlBytes)
        || (entry.Length > 1 << 20 && entry.Length > entry.CompressedLength * HighestRatio);
}
