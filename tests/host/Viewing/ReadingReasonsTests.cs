using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Tests.Viewing;

public sealed class ReadingReasonsTests
{
    private static readonly CellId New = new("applications.new.total");

    [Fact]
    public async Task A_cell_of_a_snapshot_has_the_weights_that_amount_to_its_confidence()
    {
        using var folder = new TemporaryFolder();
        await using var host = await Start(folder);
        var document = await Store(host, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples/site/pages/zwgk/zfxxgknb/202401/t20240111_1107.html")));

        var reasons = await host.Get<IReadingReasons>().Of(document, "淇昌市城东区人民政府", 2023, New, default);

        Assert.Null(reasons.Problem);
        Assert.Equal(ReportExtractor.Version, reasons.Extractor);
        Assert.Equal("base", reasons.Weights[0].Feature);
        Assert.Equal(Math.Min(0.9999, 1 / (1 + Math.Exp(-reasons.Weights.Sum(weight => weight.Logit)))), reasons.Confidence, 3);
        Assert.Contains(reasons.Others, other => other is { Agrees: true, Rule: "sequence.behind-label" });
    }

    [Fact]
    public async Task A_snapshot_that_gives_no_such_cell_any_more_says_so()
    {
        using var folder = new TemporaryFolder();
        await using var host = await Start(folder);
        var document = await Store(host, "<html><body><h1>通知公告</h1></body></html>"u8.ToArray());

        var reasons = await host.Get<IReadingReasons>().Of(document, "清河县民政局", 2023, New, default);

        Assert.Empty(reasons.Weights);
        Assert.Contains("no longer gives this cell", reasons.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_is_lost_asks_for_a_new_fetch()
    {
        using var folder = new TemporaryFolder();
        await using var host = await Start(folder);

        var reasons = await host.Get<IReadingReasons>().Of(Document(SnapshotHash.Of("lost"u8)), "清河县民政局", 2023, New, default);

        Assert.Contains("pipeline reextract http://www.qinghe.gov.cn/1.html --refetch", reasons.Problem, StringComparison.Ordinal);
    }

    private static Task<RunningHost> Start(TemporaryFolder folder) => PipelineHost.Start(new PipelineSettings(), DataFolder.Create(folder.Path), WorkerRole.Store, default);

    private static async Task<DocumentReference> Store(RunningHost host, byte[] bytes) => Document(await host.Get<ISnapshotStore>().Write(bytes, default));

    private static DocumentReference Document(SnapshotHash snapshot) => new()
    {
        Url = "http://www.qinghe.gov.cn/1.html",
        Source = "test",
        RunId = Guid.Empty,
        FetchId = Guid.Empty,
        Snapshot = snapshot,
        Facts = new FetchFacts { RequestedUrl = new Uri("http://www.qinghe.gov.cn/1.html"), FinalUrl = new Uri("http://www.qinghe.gov.cn/1.html"), FetchedAt = DateTimeOffset.UnixEpoch, Status = 200 },
    };
}
