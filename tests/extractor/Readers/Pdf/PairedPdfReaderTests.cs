using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Tests.Readers.Ocr;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

public sealed class PairedPdfReaderTests
{
    private static readonly byte[] Sample = SamplePaths.Bytes("printed-forms/pdf-of-chromium.pdf");

    private static IPdfEngine Engine => PdfEngines.All[^1];

    [Fact]
    public async Task Two_readers_that_see_the_same_page_confirm_every_cell()
    {
        var report = await Report(Engine, new Misreading(Engine, ("", "")));

        Assert.All(report.Cells, cell => Assert.Contains("readers:agree", cell.Evidence));
        Assert.DoesNotContain(report.Issues, issue => issue.Code == "readers-differ");
        Assert.Equal(ReviewStatus.Accepted, report.Status);
    }

    [Fact]
    public async Task A_number_on_which_the_readers_differ_keeps_the_record_for_a_person_and_is_named()
    {
        var plain = await Report(Engine, new Misreading(Engine, ("", "")));
        var printed = plain.Cells.First(cell => cell.Value > 9 && cell.Cell.ToString().StartsWith("applications.", StringComparison.Ordinal));

        var report = await Report(Engine, new Misreading(Engine, (printed.Raw!, printed.Raw + "1")));

        var cell = report.Cells.Single(cell => cell.Cell == printed.Cell);
        Assert.Equal(printed.Value, cell.Value);
        Assert.Contains("readers:differ", cell.Evidence);
        Assert.True(cell.Confidence < printed.Confidence);
        Assert.Contains(printed.Cell.ToString(), report.Issues.Single(issue => issue.Code == "readers-differ").Detail, StringComparison.Ordinal);
        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_only_one_engine_opens_is_read_by_that_one(bool isFirstBroken)
    {
        var broken = new Broken();
        var document = await (isFirstBroken ? new PairedPdfReader(broken, Engine) : new PairedPdfReader(Engine, broken)).Read(Sample, new DocumentHints(), default);

        Assert.Null(document.SecondReading);
        Assert.Equal($"pdf/{Engine.Version}", document.Reader);
        Assert.Equal(isFirstBroken, document.Issues.Any(issue => issue.Code == "pdf.read-by-one"));
    }

    [Fact]
    public async Task Text_on_a_picture_that_nobody_followed_waits_for_a_person()
    {
        var layer = Enumerable.Range(0, 9).Select(i => (new OcrLocator(1, 100, 100 + (40 * i), 130, 120 + (40 * i), 1), "1234567"));

        var document = await new PairedPdfReader(new Broken(), Engine, recognises: true).Read(LayeredScan.Of(layer), new DocumentHints(), default);

        Assert.Contains(document.Issues, issue => issue.Code == "ocr.text-alone");
    }

    [Fact]
    public async Task A_file_that_no_engine_opens_is_refused_with_the_reason_of_the_first()
    {
        var refusal = await Assert.ThrowsAsync<UnreadableDocumentException>(() => new PairedPdfReader(new Broken(), new Broken()).Read(Sample, new DocumentHints(), default));

        Assert.Equal("failed.malformed", refusal.Reason);
    }

    [Fact]
    public async Task The_record_names_both_readers()
    {
        var document = await new PairedPdfReader(Engine, new Misreading(Engine, ("", ""))).Read(Sample, new DocumentHints(), default);

        Assert.Equal($"pdf/{Engine.Version} and other 1.0", document.Reader);
    }

    [Fact]
    public async Task Where_the_first_sees_lines_the_second_is_asked_for_words_alone()
    {
        var second = new Counting(Engine);

        var document = await new PairedPdfReader(Engine, second).Read(Sample, new DocumentHints(), default);

        Assert.NotNull(document.SecondReading);
        Assert.Equal((0, 1), (second.Whole, second.WordsAlone));
    }

    [Fact]
    public async Task Where_the_first_sees_no_line_the_second_looks_for_them()
    {
        var second = new Counting(Engine);

        await new PairedPdfReader(Engine, second).Read(SamplePaths.Bytes("pdf-troubles/unruled.pdf"), new DocumentHints(), default);

        Assert.Equal((1, 0), (second.Whole, second.WordsAlone));
    }

    private static async Task<AnnualReport> Report(IPdfEngine first, IPdfEngine second)
    {
        var result = await new ReportExtractor([new PairedPdfReader(first, second)], FormCatalog.Current).Extract(Sample, new DocumentHints(), default);
        return Assert.Single(result.Reports);
    }

    /// <summary>An engine that takes one text for another.</summary>
    private sealed class Misreading(IPdfEngine engine, (string Printed, string Read) slip) : IPdfEngine
    {
        public string Version => "other 1.0";

        public async Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation)
        {
            var content = await engine.Read(bytes, limits, cancellation);
            return content with { Pages = [.. content.Pages.Select(page => page with { Words = [.. page.Words.Select(word => word.Text == slip.Printed ? word with { Text = slip.Read } : word)] })] };
        }
    }

    /// <summary>An engine that tells what it is asked for.</summary>
    private sealed class Counting(IPdfEngine engine) : IPdfWordEngine
    {
        public string Version => engine.Version;

        public int Whole { get; private set; }

        public int WordsAlone { get; private set; }

        public Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation)
        {
            Whole++;
            return engine.Read(bytes, limits, cancellation);
        }

        public Task<PdfContent> ReadWords(ReadOnlyMemory<byte> bytes, ImmutableArray<PdfPage> pages, PdfLimits limits, CancellationToken cancellation)
        {
            WordsAlone++;
            return engine.Read(bytes, limits, cancellation);
        }
    }

    private sealed class Broken : IPdfEngine
    {
        public string Version => "broken 1.0";

        public Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation) => throw new UnreadableDocumentException("failed.malformed", "It is broken.");
    }
}
