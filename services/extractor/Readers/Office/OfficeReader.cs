using System.Buffers.Binary;
using System.Collections.Frozen;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Spreadsheets;
using Pipeline.Extractor.Sniffing;

namespace Pipeline.Extractor.Readers.Office;

/// <summary>Reads what Word, Excel and WPS wrote before Office 2007, RTF, flat OpenDocument and the Chinese UOF: LibreOffice converts it, and the reader of the newer format reads that.</summary>
/// <param name="find">Gives LibreOffice; null where this machine has none.</param>
internal sealed class OfficeReader(Func<LibreOffice?> find, OfficeLimits? limits = null) : IDocumentReader
{
    private static readonly FrozenDictionary<string, (string Extension, OfficeTarget Target)> Kinds = new Dictionary<string, (string, OfficeTarget)>
    {
        [Extractor.MediaTypes.OldWord] = ("doc", OfficeTarget.Docx),
        [Extractor.MediaTypes.Works] = ("wps", OfficeTarget.Docx),
        [Extractor.MediaTypes.Rtf] = ("rtf", OfficeTarget.Docx),
        [Extractor.MediaTypes.WordXml] = ("xml", OfficeTarget.Docx),
        [Extractor.MediaTypes.EncryptedOffice] = ("doc", OfficeTarget.Docx),
        [Extractor.MediaTypes.OldExcel] = ("xls", OfficeTarget.Xlsx),
        [Extractor.MediaTypes.Xlsb] = ("xlsb", OfficeTarget.Xlsx),
        [Extractor.MediaTypes.ExcelXml] = ("xml", OfficeTarget.Xlsx),
        [Extractor.MediaTypes.FlatOpenText] = ("fodt", OfficeTarget.Docx),
        [Extractor.MediaTypes.FlatOpenSpreadsheet] = ("fods", OfficeTarget.Xlsx),
        [Extractor.MediaTypes.UnifiedOfficeText] = ("uot", OfficeTarget.Docx),
        [Extractor.MediaTypes.UnifiedOfficeSpreadsheet] = ("uos", OfficeTarget.Xlsx),
    }.ToFrozenDictionary();

    private readonly OfficeLimits _limits = limits ?? OfficeLimits.Default;
    private readonly Lazy<LibreOffice?> _office = new(find);
    private readonly DocxReader _docx = new();
    private readonly XlsxReader _xlsx = new();

    /// <summary>With the LibreOffice in the path, looked for when the first such file comes.</summary>
    public static OfficeReader Default { get; } = new(() => OfficeInstallation.Find() is { } found ? new LibreOffice(found) : null);

    public IReadOnlyCollection<string> MediaTypes => Kinds.Keys;

    /// <summary>One conversion that another document has begun, its own, and what the newer format may take.</summary>
    public TimeSpan Waiting => (_limits.Time * 2) + _docx.Waiting;

    public async Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var (mediaType, _) = Extractor.MediaTypes.Decide(bytes.Span, hints);
        if (IsEncrypted(bytes.Span, mediaType))
            throw Encrypted();
        if (bytes.Length > _limits.FileBytes)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The Office file has {bytes.Length >> 20} MiB; at most {_limits.FileBytes >> 20} are converted.");
        var (extension, target) = Kinds[mediaType];
        if (_office.Value is not { } office || !office.Installation.Has(target))
            throw new UnreadableDocumentException(FailureReasons.NeedsLibreOffice, $"This is a file of an older Office format (.{extension}); LibreOffice converts it, which is not installed: apt-get install --no-install-recommends {target.Package}, then: pipeline failures replay");
        var converted = await office.Convert(bytes, extension, target, cancellation)
            ?? throw (HasPassword(bytes.Span) ? Encrypted() : new UnreadableDocumentException(FailureReasons.Malformed, "LibreOffice cannot open the file: it is damaged or cut off. Fetch it again or ask its publisher for a whole copy."));
        IDocumentReader reader = target == OfficeTarget.Docx ? _docx : _xlsx;
        var document = await reader.Read(converted, hints, cancellation);
        return document with { Reader = $"{document.Reader} via LibreOffice {office.Installation.Version}" };
    }

    /// <summary>Word says so in a bit of its first block; a newer file that is encrypted stands whole in a stream of its own.</summary>
    private static bool IsEncrypted(ReadOnlySpan<byte> bytes, string mediaType)
    {
        if (mediaType == Extractor.MediaTypes.EncryptedOffice)
            return true;
        var word = CompoundFile.Entries(bytes).FirstOrDefault(entry => entry.Name == "WordDocument");
        return word.Name is not null && CompoundFile.Start(bytes, word) is { Length: > 12 } start && (BinaryPrimitives.ReadUInt16LittleEndian(start[10..]) & 0x100) != 0;
    }

    /// <summary>Excel says so in a record of its first block. Files that only guard against changes have it too, and open all the same.</summary>
    private static bool HasPassword(ReadOnlySpan<byte> bytes)
    {
        const ushort Password = 0x2F;
        var book = CompoundFile.Entries(bytes).FirstOrDefault(entry => entry.Name is "Workbook" or "Book");
        var records = book.Name is null ? [] : CompoundFile.Start(bytes, book);
        for (var at = 0; at + 4 <= records.Length; at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(records[(at + 2)..]))
        {
            if (BinaryPrimitives.ReadUInt16LittleEndian(records[at..]) == Password)
                return true;
        }
        return false;
    }

    private static UnreadableDocumentException Encrypted() => new(FailureReasons.Encrypted, "The Office file is encrypted with a password. Ask its publisher for an open copy.");
}
