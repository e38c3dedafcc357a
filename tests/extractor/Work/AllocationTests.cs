using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.TextDumps;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Work;

/// <summary>A guard of speed that no clock disturbs: what a document makes the extractor allocate stays near the figures in <c>tests/samples/allocated.txt</c>.</summary>
public sealed class AllocationTests
{
    // Code allocates a little less once it is compiled in full.
    private const double Margin = 1.15;

    private static readonly ReportStages Stages = new(FormFamily.Of(FormCatalog.Current)[0]);

    public static TheoryData<string, long> Figures { get; } = Read();

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_document_makes_the_extractor_allocate_no_more_than_it_did(string sample, long kilobytes)
    {
        var bytes = SamplePaths.Bytes(sample);
        // The first reading fills what is kept from document to document.
        Extract(sample, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Extract(sample, bytes);

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024;
        Assert.True(allocated <= kilobytes * Margin, $"{sample} allocates {allocated} KB, {kilobytes} are in tests/samples/allocated.txt. Find out what has become dearer, or say in the commit why it must be, and write the new figure there.");
    }

    // On this thread alone, which is the one that is measured.
    private static void Extract(string sample, byte[] bytes)
    {
        IDocumentReader reader = Path.GetExtension(sample) switch
        {
            ".html" => new HtmlReader(),
            ".docx" => new DocxReader(),
            _ => new PlainTextReader(),
        };
        var hints = new DocumentHints { FileName = Path.GetFileName(sample) };
        var document = reader.Read(bytes, hints, default);
        Assert.True(document.IsCompletedSuccessfully, "A reader of text waits for nothing.");
        Assert.NotEmpty(Stages.Run(document.Result, hints));
    }

    private static TheoryData<string, long> Read()
    {
        var figures = new TheoryData<string, long>();
        foreach (var line in File.ReadLines(SamplePaths.Of("allocated.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(' ');
            figures.Add(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        return figures;
    }
}
