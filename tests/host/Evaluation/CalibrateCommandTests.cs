using System.Text.Json;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Host.Tests.Evaluation;

public sealed class CalibrateCommandTests
{
    private static readonly string Site = Path.Combine(AppContext.BaseDirectory, "samples/site/pages");
    private static readonly CellId Doubted = new("applications.new.total");

    [Fact]
    public async Task What_reviewers_finished_with_is_learned_from_with_their_corrections()
    {
        using var folder = new TemporaryFolder();
        var settings = new PipelineSettings { Data = Path.Combine(folder.Path, "data") };
        await Review(settings, finish: true);
        var corpus = await Corpus(folder);

        var (withoutExit, without, _) = await CapturedTerminal.Run("calibrate", corpus, "--data", settings.Data);
        var (exitCode, output, error) = await CapturedTerminal.Run("calibrate", corpus, "--reviewed", "--data", settings.Data);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (withoutExit, exitCode));
        Assert.Contains("1 reviewed records.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("reviewed grid", without, StringComparison.Ordinal);
        // Of its two hundred cells the one that was corrected is wrong.
        Assert.Matches(@"(?m)^reviewed grid\.headers +1 +1\.000 +1\.000 +0\.995 ", output);
        Assert.Contains(" of 2 records read", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_nobody_finished_teaches_nothing()
    {
        using var folder = new TemporaryFolder();
        var settings = new PipelineSettings { Data = Path.Combine(folder.Path, "data") };
        await Review(settings, finish: false);

        var (exitCode, _, error) = await CapturedTerminal.Run("calibrate", await Corpus(folder), "--reviewed", "--data", settings.Data);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("0 reviewed records.", error, StringComparison.Ordinal);
    }

    private static async Task Review(PipelineSettings settings, bool finish)
    {
        DataFolder.Create(settings.Data);
        await File.WriteAllBytesAsync(Path.Combine(settings.Data, "pipeline.db"), []);
        await using var store = await StoreSession.Open(settings, default);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Site, "zwgk/zfxxgknb/202401/t20240111_1107.html"));
        const string Url = "http://www.qinghe.gov.cn/1.html";
        var document = new DocumentReference
        {
            Url = Url,
            Source = "test",
            RunId = new Guid(1, 0, 0, new byte[8]),
            FetchId = new Guid(2, 0, 0, new byte[8]),
            Snapshot = await store.Get<ISnapshotStore>().Write(bytes, default),
            Facts = new FetchFacts { RequestedUrl = new Uri(Url), FinalUrl = new Uri(Url), FetchedAt = DateTimeOffset.UnixEpoch, Status = 200, Headers = [new("Content-Type", "text/html")] },
        };
        await store.Get<Settlement>().Settle(document, await ReportExtractor.Default.Extract(bytes, SnapshotReading.HintsOf(document), default), default);
        await store.Get<CellReviews>().Decide(new CellDecision(1, Doubted, ReviewVerdict.Corrected, 4321, "as printed", "wang", 0), default);
        if (finish)
            await store.Get<ReviewQueue>().Finish(1, "wang", default);
    }

    // One document of the sample site, whose truth is what is read of it.
    private static async Task<string> Corpus(TemporaryFolder folder)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Site, "zwgk/zfxxgknb/202401/P020240103300000001113.txt"));
        var report = (await ReportExtractor.Default.Extract(bytes, new DocumentHints { FileName = "a.txt" }, default)).Reports.Single();
        var corpus = Directory.CreateDirectory(Path.Combine(folder.Path, "corpus", "truth")).Parent!.FullName;
        await File.WriteAllBytesAsync(Path.Combine(corpus, "a.txt"), bytes);
        await File.WriteAllTextAsync(Path.Combine(corpus, "manifest.csv"), "id,file,layout\na,a.txt,dump\n");
        await File.WriteAllTextAsync(Path.Combine(corpus, "truth", "a.json"), JsonSerializer.Serialize(new
        {
            is_report = true, form = report.Form, year = report.Year, authority = report.Authority, cells = report.Cells.ToDictionary(cell => cell.Cell.ToString(), cell => cell.Value),
        }));
        return corpus;
    }
}
