using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Reads Word files in the Open XML format. Nothing outside the file is ever loaded.</summary>
internal sealed class DocxReader : IDocumentReader
{
    private static readonly string Library = typeof(WordprocessingDocument).Assembly.GetName().Version!.ToString(3);

    public IReadOnlyCollection<string> MediaTypes { get; } =
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.ms-word.document.macroEnabled.12", Extractor.MediaTypes.FlatWord];

    /// <summary>Its pictures may have to be recognised.</summary>
    public TimeSpan Waiting => OcrTime.Deadline;

    public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        bytes = FlatPackage.Zipped(bytes);
        WordPackage.Check(bytes);
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes.ToArray(), writable: false), isEditable: false);
            return Task.FromResult(Read(package, cancellation));
        }
        catch (Exception error) when (error is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or InvalidOperationException or ArgumentException or FormatException or OverflowException or IOException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The Word file is damaged ({error.Message.Split('\n')[0].Trim()}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    private static SourceDocument Read(WordprocessingDocument package, CancellationToken cancellation)
    {
        var (main, bounds) = (package.MainDocumentPart, new PartBounds(cancellation));
        if (main is null || SmartTags.Without(main, bounds)?.Body is not { } body)
            throw new UnreadableDocumentException(FailureReasons.Malformed, "The file is an Office package without a Word document in it. Open it to see what it is.");
        var metadata = CoreProperties.Of(package);
        return BodyBlocks.Of(main, body, RunningParts.Of(main, bounds), bounds, $"docx/DocumentFormat.OpenXml {Library}", cancellation) with { Title = metadata.FirstOrDefault(entry => entry.Name == "title")?.Value, Metadata = metadata };
    }
}
