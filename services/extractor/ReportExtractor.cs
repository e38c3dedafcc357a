using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.TextDumps;
using Pipeline.Extractor.Reports;

namespace Pipeline.Extractor;

/// <summary>The extractor's one entrance: bytes in, reports or a reason out. Does no network and no database I/O.</summary>
/// <param name="time">Clock of the deadline; null for the system's.</param>
public sealed class ReportExtractor(IEnumerable<IDocumentReader> readers, FormCatalog forms, TimeProvider? time = null)
{
    /// <summary>Time for one document, on a clock. Reports take a tenth of a second; the slowest PDFs with hundreds of pages take ten.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(25);

    /// <summary>Changes whenever the same bytes may give another result: with the snapshot it names an extraction.</summary>
    public const string Version = "4";

    private readonly ImmutableArray<IDocumentReader> _readers = [.. readers];
    private readonly ImmutableArray<(FormFamily Family, ReportStages Stages)> _families = [.. FormFamily.Of(forms).Select(family => (family, new ReportStages(family)))];
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>An extractor with all readers.</summary>
    public static ReportExtractor Default { get; } = new([new HtmlReader(), PdfReaders.Default, new DocxReader(), new PlainTextReader(), new OcrReader()], FormCatalog.Current);

    /// <summary>Never throws for what a document contains; throws only when cancelled.</summary>
    public async Task<ExtractionResult> Extract(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) =>
        (await Explain(bytes, hints, cancellation)).Result;

    /// <summary>As <see cref="Extract"/>, with all that led to the result.</summary>
    public async Task<ExplainedExtraction> Explain(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var (mediaType, basis) = MediaTypes.Decide(bytes.Span, hints);
        var reading = new ReadingFacts(Version, "none", mediaType, basis);
        if (bytes.IsEmpty)
            return Failed(reading, "empty", "The document is empty (0 bytes): fetch it again or look at the source.");
        if (_readers.FirstOrDefault(reader => reader.MediaTypes.Contains(mediaType)) is not { } reader)
            return Failed(reading, "unsupported", $"There is no reader for {mediaType}: convert the document to PDF, Word (.docx) or HTML.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            // What reads looks at the token now and then; what does not is left behind when its time is over.
            return await Task.Run(() => Read(reader, bytes, hints, reading, stop.Token), stop.Token).WaitAsync(reader.Deadline, _time, cancellation);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            return Failed(reading, "timeout", $"Reading took longer than {reader.Deadline.TotalSeconds:0} s and was given up: look at the snapshot, it may be built to exhaust programs.");
        }
        catch (UnreadableDocumentException unreadable)
        {
            return Failed(reading, unreadable.Reason, unreadable.Message);
        }
    }

    private async Task<ExplainedExtraction> Read(IDocumentReader reader, ReadOnlyMemory<byte> bytes, DocumentHints hints, ReadingFacts reading, CancellationToken stop)
    {
        var document = await reader.Read(bytes, hints, stop);
        reading = reading with { Reader = document.Reader, Charset = document.Charset, CharsetBasis = document.CharsetBasis };
        var reports = Reports(document, hints, stop);
        if (!reports.IsEmpty)
            return new ExplainedExtraction(new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reports = [.. reports.Select(report => report.Report)], Reading = reading }, document, reports);
        var family = _families[0].Family;
        var (reason, detail) = NonReport.Classify(document, ReportFacts.Of(document, document.Blocks, hints, family).Title, family.Genre);
        return new ExplainedExtraction(new ExtractionResult { Outcome = ExtractionOutcome.NotAReport, Reason = NonReportReasons.Prefix + reason, Detail = detail, Reading = reading }, document, []);
    }

    // Of the families whose labels the document prints, the one that explains most of it.
    private ImmutableArray<ExplainedReport> Reports(SourceDocument document, DocumentHints hints, CancellationToken stop) => _families
        .Where((candidate, i) => i == 0 || LabelPresence.IsNotable(candidate.Family, document))
        .Select(candidate => candidate.Stages.Run(document, hints, stop))
        .OrderByDescending(reports => reports.Sum(report => report.Page.Tables.Sum(table => table.NamedRows.Count)))
        .First();

    private static ExplainedExtraction Failed(ReadingFacts reading, string reason, string detail) =>
        new(new ExtractionResult { Outcome = ExtractionOutcome.Failed, Reason = FailureReasons.Prefix + reason, Detail = detail, Reading = reading }, null, []);
}
