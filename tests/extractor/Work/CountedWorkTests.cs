using System.Diagnostics.Metrics;
using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;
using Pipeline.Extractor.Readers.TextDumps;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Work;

/// <summary>A guard of speed that no clock disturbs: how often a document makes the extractor do what is dear, against the figures in <c>tests/samples/counted.txt</c>.</summary>
public sealed class CountedWorkTests
{
    private static readonly AsyncLocal<Dictionary<string, long>?> Counts = new();

    public static TheoryData<string, string, long> Figures { get; } = Read();

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_document_takes_no_more_steps_than_it_did(string sample, string step, long most)
    {
        Assert.SkipWhen(PdfEngines.Poppler is null && Path.GetExtension(sample) == ".pdf", "poppler is not installed.");
        // A program of its own starts its processes itself and knows no text yet.
        var extractor = new ReportExtractor(
            [new HtmlReader(), new DocxReader(), new PlainTextReader(), new PairedPdfReader(PdfPigEngine.Installed(), PdfEngines.Poppler ?? PdfEngines.PdfPig)], FormCatalog.Current);
        using var listener = Listener();
        Counts.Value = [];

        await extractor.Extract(SamplePaths.Bytes(sample), new DocumentHints { FileName = Path.GetFileName(sample) }, default);

        var counted = Counts.Value.GetValueOrDefault(step);
        Assert.True(counted <= most, $"{sample} takes {counted} {step}, {most} are in tests/samples/counted.txt. Find out what has become dearer, or say in the commit why it must be, and write the new figure there.");
        // A figure that nothing comes near guards nothing.
        Assert.True(counted * 2 > most, $"{sample} takes {counted} {step}, far fewer than the {most} in tests/samples/counted.txt: write the new figure there.");
    }

    // Other tests run beside this one: only what comes of its own steps counts.
    private static MeterListener Listener()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "Pipeline.Extractor")
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, number, _, _) => Count(instrument.Name["pipeline.extractor.".Length..], number));
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Count("stages", 1));
        listener.Start();
        return listener;
    }

    private static void Count(string step, long number)
    {
        if (Counts.Value is not { } counts)
            return;
        lock (counts)
            counts[step] = counts.GetValueOrDefault(step) + number;
    }

    private static TheoryData<string, string, long> Read()
    {
        var figures = new TheoryData<string, string, long>();
        foreach (var line in File.ReadLines(SamplePaths.Of("counted.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split(' ');
            figures.Add(parts[0], parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture));
        }

        return figures;
    }
}
