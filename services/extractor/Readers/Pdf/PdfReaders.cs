using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>The reader for PDFs that this build and this machine have.</summary>
public static class PdfReaders
{
    /// <summary>With two engines both read, and the second confirms the first. Engines are found when the first PDF comes: other documents need none, and finding one starts a process.</summary>
    public static IDocumentReader Default { get; } = new Installed();

    private sealed class Installed : IDocumentReader
    {
        private readonly Lazy<IDocumentReader> _reader = new(() => PdfEngines.All switch
        {
            [] => throw new UnreadableDocumentException("no-pdf-engine", "No PDF engine is there: install the package poppler-utils, or build with -p:PdfEngine=PdfPig, and read the document again."),
            [var engine] => new PdfReader(engine, recognises: true),
            [var first, var second, ..] => new PairedPdfReader(first, second, recognises: true),
        });

        public IReadOnlyCollection<string> MediaTypes => PdfReader.Types;

        public TimeSpan Deadline => OcrTime.Deadline;

        public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) => _reader.Value.Read(bytes, hints, cancellation);
    }
}
