using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Containers;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Containers;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Html.Painting;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Readers.Office;
using Pipeline.Extractor.Readers.Ofd;
using Pipeline.Extractor.Readers.OpenDocument;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Spreadsheets;
using Pipeline.Extractor.Readers.TextDumps;
using Pipeline.Extractor.Reports;
using Pipeline.Extractor.Work;

namespace Pipeline.Extractor;

/// <summary>The extractor's one entrance: bytes in, reports or a reason out. Does no network and no database I/O.</summary>
/// <param name="forms">Null for those in use, which are prepared while the first document is read: a start takes a tenth less.</param>
/// <param name="time">Clock of the deadline; null for the system's.</param>
/// <param name="processor">Processor time that this process has used; null for the system's account.</param>
/// <param name="containers">What unpacks archives and mails; null for nothing.</param>
/// <param name="painter">What paints web pages; null for nothing.</param>
public sealed class ReportExtractor(
    IEnumerable<IDocumentReader> readers, FormCatalog? forms, TimeProvider? time = null, IEnumerable<IContainerReader>? containers = null, Func<TimeSpan>? processor = null, IPagePainter? painter = null)
{
    /// <summary>Work for one document, in time of the processor. Reports take a tenth of a second; the slowest PDFs with hundreds of pages take ten.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(25);

    /// <summary>Changes whenever the same bytes may give another result: with the snapshot it names an extraction.</summary>
    public const string Version = "17";

    private readonly ImmutableArray<IDocumentReader> _readers = [.. readers];
    private readonly Task<FamilyStages> _families = Task.Run(() => new FamilyStages(forms ?? FormCatalog.Current));
    private readonly ImmutableArray<IContainerReader> _containers = [.. containers ?? []];
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly SecondEye? _eye = painter is null ? null : new SecondEye(painter);
    private readonly WorkMeter _work = processor is null ? WorkMeter.OfProcess : new WorkMeter(processor);

    /// <summary>An extractor with all readers.</summary>
    public static ReportExtractor Default { get; } = With(null);

    /// <summary>As <see cref="Default"/>, with what paints web pages whose look their markup does not tell.</summary>
    public static ReportExtractor With(IPagePainter? painter) => new(
        [new HtmlReader(), PdfReaders.Default, new DocxReader(), OfficeReader.Default, new XlsxReader(), new OdsReader(), new OdtReader(), new OfdReader(), new PlainTextReader(), new OcrReader()],
        forms: null, containers: [new ArchiveReader(), new CompressedReader(new ArchiveReader()), new MailReader(), AnswerReader.Json, AnswerReader.Xml], painter: painter);

    /// <summary>Never throws for what a document contains; throws only when cancelled.</summary>
    public async Task<ExtractionResult> Extract(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation) =>
        (await Explain(bytes, hints, cancellation)).Result;

    /// <summary>As <see cref="Extract"/>, with all that led to the result.</summary>
    public async Task<ExplainedExtraction> Explain(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        var reading = Decided(bytes, hints);
        var limit = new WorkLimit(Deadline, WaitingFor(reading.MediaType));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var account = _work.Begin();
        try
        {
            // What reads looks at the token now and then; what does not is left behind when its time is over.
            return await limit.Await(Task.Run(() => ReadAny(bytes, hints, 0, stop.Token), stop.Token), () => account.Worked, _time, cancellation);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            return Failed(reading, FailureReasons.Timeout, $"Reading took more than {limit.Work.TotalSeconds:0} s of work, or {limit.Farthest.TotalSeconds:0} s on the clock, and was given up: look at the snapshot, it may be built to exhaust programs.");
        }
    }

    /// <param name="depth">Containers that the document is in.</param>
    private async Task<ExplainedExtraction> ReadAny(ReadOnlyMemory<byte> bytes, DocumentHints hints, int depth, CancellationToken stop)
    {
        var reading = Decided(bytes, hints);
        if (bytes.IsEmpty)
            return Failed(reading, FailureReasons.Empty, "The document is empty (0 bytes): fetch it again or look at the source.");
        try
        {
            if (ContainerOf(reading.MediaType) is { } container)
                return await ReadEntries(container, bytes, hints, reading, depth, stop);
            return ReaderOf(reading.MediaType) is { } reader
                ? await Read(reader, bytes, hints, reading, depth, stop)
                : Failed(reading, FailureReasons.Unsupported, $"There is no reader for {reading.MediaType}: convert the document to PDF, Word (.docx) or HTML.");
        }
        catch (UnreadableDocumentException unreadable)
        {
            return Failed(reading, unreadable.Reason, unreadable.Message);
        }
    }

    private async Task<ExplainedExtraction> ReadEntries(IContainerReader container, ReadOnlyMemory<byte> bytes, DocumentHints hints, ReadingFacts reading, int depth, CancellationToken stop)
    {
        if (depth > ContainerExtraction.Deepest)
            return Failed(reading, FailureReasons.TooNested, "The document is a container within containers: unpack the outer ones and read it alone.");
        var entries = new ContainerExtraction(ReadAny, mediaType => ReaderOf(mediaType) is not null || ContainerOf(mediaType) is not null, _time, ContainerLimits.Default);
        return await entries.Read(container, bytes, hints, reading, depth, stop);
    }

    private IDocumentReader? ReaderOf(string mediaType) => _readers.FirstOrDefault(reader => reader.MediaTypes.Contains(mediaType));

    private IContainerReader? ContainerOf(string mediaType) => _containers.FirstOrDefault(container => container.MediaTypes.Contains(mediaType));

    /// <summary>Any of a container's files may be one for a reader that waits.</summary>
    private TimeSpan WaitingFor(string mediaType) =>
        ContainerOf(mediaType) is not null ? _readers.Max(reader => reader.Waiting) : ReaderOf(mediaType)?.Waiting ?? TimeSpan.Zero;

    private static ReadingFacts Decided(ReadOnlyMemory<byte> bytes, DocumentHints hints)
    {
        var (mediaType, basis) = MediaTypes.Decide(bytes.Span, hints);
        return new ReadingFacts(Version, "none", mediaType, basis);
    }

    private async Task<ExplainedExtraction> Read(IDocumentReader reader, ReadOnlyMemory<byte> bytes, DocumentHints hints, ReadingFacts reading, int depth, CancellationToken stop)
    {
        var document = await reader.Read(bytes, hints, stop);
        var families = await _families;
        var reports = families.Run(document, hints, stop);
        if (ShowsTablesAsPictures(document, reports, hints, families))
        {
            (document, reports) = await WithPictures(document, reports, hints, families, stop);
        }
        else if (_eye is not null && IsWorthALook(document, reports, families))
        {
            document = await _eye.Look(document, bytes, hints, stop);
            reports = families.Run(document, hints, stop);
        }

        reading = reading with { Reader = document.Reader, Charset = document.Charset, CharsetBasis = document.CharsetBasis };
        if (!reports.IsEmpty)
            return new ExplainedExtraction(new ExtractionResult { Outcome = ExtractionOutcome.Reports, Reports = [.. reports.Select(report => report.Report)], Reading = reading }, document, reports);
        if (depth <= ContainerExtraction.Deepest && !document.Held.IsEmpty && await ReadEntries(new HeldPageReader(document), bytes, hints, reading, depth, stop) is { Reports.IsEmpty: false } held)
            return OfScript(held);
        var (reason, detail, facts) = Classified(document, hints, families);
        return new ExplainedExtraction(
            new ExtractionResult { Outcome = ExtractionOutcome.NotAReport, Reason = reason, Detail = detail, Prose = NonReport.Prose(reason, facts), Reading = reading },
            document,
            []);
    }

    // The page's script shows it, or something else.
    private static ExplainedExtraction OfScript(ExplainedExtraction held)
    {
        ImmutableArray<ExplainedReport> reports = [.. held.Reports.Select(explained => explained with
        {
            Report = explained.Report with { Status = ReviewStatus.Review, Issues = [.. explained.Report.Issues, Appearance.Doubt(AppearanceReasons.Script, null)] },
        })];
        return held with { Result = held.Result with { Reports = [.. reports.Select(report => report.Report)] }, Reports = reports };
    }

    private static (string Reason, string Detail, ReportFacts Facts) Classified(SourceDocument document, DocumentHints hints, FamilyStages families)
    {
        var facts = ReportFacts.Of(document, document.Blocks, hints, families.Default);
        var (reason, detail) = NonReport.Classify(document, facts.Title, families.Default.Genre);
        return (reason, detail, facts);
    }

    // Pictures of a report whose tables are all there as text decorate it.
    private static bool ShowsTablesAsPictures(SourceDocument document, ImmutableArray<ExplainedReport> reports, DocumentHints hints, FamilyStages families) => !document.Pictures.IsEmpty
        && (reports.IsEmpty ? Classified(document, hints, families).Reason is NonReportReasons.Empty or NonReportReasons.NoTables or NonReportReasons.News : reports.Any(report => report.Report.Issues.Any(issue => issue.Code == IssueReasons.Incomplete)));

    private static async Task<(SourceDocument Document, ImmutableArray<ExplainedReport> Reports)> WithPictures(
        SourceDocument document, ImmutableArray<ExplainedReport> reports, DocumentHints hints, FamilyStages families, CancellationToken stop)
    {
        if (OcrEngine.Installed is not { } engine)
        {
            if (reports.IsEmpty)
                throw MissingOcr.Failure("The document shows its tables as pictures");
            document = document with { Issues = document.Issues.Add(OcrIssues.Unreadable(MissingOcr.Advice)) };
            return (document, families.Run(document, hints, stop));
        }
        var recognised = await RecognisedPictures.In(document, engine, stop);
        var seen = families.Run(recognised.Document, hints, stop);
        return Figures(seen) > Figures(reports)
            ? (Places.Of(recognised.Document, recognised.Place), [.. seen.Select(report => report with { Report = Places.Of(report.Report, recognised.Place) })])
            : (document, reports);
    }

    private static int Figures(ImmutableArray<ExplainedReport> reports) => reports.Sum(report => report.Report.Cells.Count(cell => cell.Value is not null));

    // A browser opens no page but one that is a report, or whose scripts hold the labels of one.
    private static bool IsWorthALook(SourceDocument document, ImmutableArray<ExplainedReport> reports, FamilyStages families) => document.Look is { } look
        && ((look.IsUnsure && !reports.IsEmpty)
            || (look.IsDrawn && families.AreWorthwhile(document with { Blocks = document.Blocks.Add(new TextBlock(look.Undrawn, new HtmlLocator("html"))) })));

    private static ExplainedExtraction Failed(ReadingFacts reading, string reason, string detail) =>
        new(new ExtractionResult { Outcome = ExtractionOutcome.Failed, Reason = reason, Detail = detail, Reading = reading }, null, []);
}
