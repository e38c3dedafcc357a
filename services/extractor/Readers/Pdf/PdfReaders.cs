using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Readers.Pdf;

/// <summary>The reader for PDFs that this machine has.</summary>
internal static class PdfReaders
{
    /// <summary>PdfPig reads; where poppler is installed it confirms. Engines are found when the first PDF comes: other documents need none, and finding one starts a process.</summary>
    public static IDocumentReader Default { get; } = new Installed();

    private sealed class Installed : IDocumentReader
    {
        private readonly Lazy<IDocumentReader> _reader = new(() =>
            PdfEngines.Poppler is { } poppler ? new PairedPdfReader(PdfEngines.PdfPig, poppler, recognises: true) : new PdfReader(PdfEngines.PdfPig, recognises: true));

        public IReadOnlyCollection<string> MediaTypes => PdfReader.Types;

        public TimeSpan Waiting => OcrTime.Deadline;

        public Task<SourceDocument> Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) => _reader.Value.Read(bytes, hints, cancellation);
    }
}
