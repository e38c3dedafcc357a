using Pipeline.Contracts.Forms;
using Pipeline.Extractor;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers;
using Pipeline.Host.Extraction;

namespace Pipeline.Host.Tests.Extraction;

/// <summary>What is read at once decides how many processes for PDFs are started and how much memory documents take.</summary>
public sealed class FileExtractionTests
{
    [Fact]
    public async Task No_more_files_are_read_at_once_than_asked_for_while_results_wait_their_turn()
    {
        using var folder = new TemporaryFolder();
        var files = Enumerable.Range(0, 24).Select(i => folder.Write($"{i:00}.html", "<!DOCTYPE html><title>通知</title><p>明天停水</p>")).ToList();
        var reader = new CountingReader();
        var extraction = new FileExtraction(new ReportExtractor([reader], FormCatalog.Current), 2, Stream.Null);

        var read = new List<string>();
        await foreach (var file in extraction.Read(files, TestContext.Current.CancellationToken))
            read.Add(file.File);

        Assert.Equal(files, read);
        Assert.Equal(files.Count, reader.Read);
        Assert.InRange(reader.Most, 1, 2);
    }

    [Fact]
    public async Task Who_stops_asking_is_left_without_readers_under_way()
    {
        using var folder = new TemporaryFolder();
        var files = Enumerable.Range(0, 8).Select(i => folder.Write($"{i}.html", "<!DOCTYPE html><title>通知</title><p>明天停水</p>")).ToList();
        var reader = new CountingReader();
        var extraction = new FileExtraction(new ReportExtractor([reader], FormCatalog.Current), 2, Stream.Null);

        await foreach (var _ in extraction.Read(files, TestContext.Current.CancellationToken))
            break;

        Assert.Equal(0, reader.UnderWay);
    }

    /// <summary>Gives way many times while it reads, so that whatever may run beside it does.</summary>
    private sealed class CountingReader : IDocumentReader
    {
        private readonly Lock _lock = new();

        public IReadOnlyCollection<string> MediaTypes { get; } = ["text/html"];

        public int Read { get; private set; }

        public int UnderWay { get; private set; }

        public int Most { get; private set; }

        async Task<SourceDocument> IDocumentReader.Read(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
        {
            lock (_lock)
            {
                Read++;
                Most = Math.Max(Most, ++UnderWay);
            }

            for (var i = 0; i < 100; i++)
                await Task.Yield();
            lock (_lock)
                UnderWay--;
            return new SourceDocument { Reader = "counting", Blocks = [] };
        }
    }
}
