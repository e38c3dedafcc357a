using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Explaining;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Explaining;

public sealed class CachedExplanationsTests
{
    private static readonly CellId New = new("applications.new.total");

    [Fact]
    public async Task A_cell_of_a_snapshot_has_the_weights_that_amount_to_its_confidence()
    {
        var reasons = await Of(await File.ReadAllBytesAsync(Path.Combine(RepositoryRoot.Path, "samples/site/pages/zwgk/zfxxgknb/202401/t20240111_1107.html")), "淇昌市城东区人民政府");

        Assert.Null(reasons.Problem);
        Assert.Equal(ReportExtractor.Version, reasons.Extractor);
        Assert.Equal("base", reasons.Weights[0].Feature);
        Assert.Equal(Math.Min(0.9999, 1 / (1 + Math.Exp(-reasons.Weights.Sum(weight => weight.Logit)))), reasons.Confidence, 3);
        Assert.Contains(reasons.Others, other => other is { Agrees: true, Rule: "sequence.behind-label" });
    }

    [Fact]
    public async Task A_snapshot_that_gives_no_such_cell_any_more_says_so()
    {
        var reasons = await Of("<html><body><h1>通知公告</h1></body></html>"u8.ToArray(), "清河县民政局");

        Assert.Empty(reasons.Weights);
        Assert.Contains("no longer gives this cell", reasons.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_is_lost_asks_for_a_new_fetch()
    {
        var reasons = await Of(null, "清河县民政局");

        Assert.Contains("pipeline reextract http://www.qinghe.gov.cn/1.html --refetch", reasons.Problem, StringComparison.Ordinal);
    }

    private static async Task<ReadingReasons> Of(byte[]? bytes, string authority)
    {
        using var explanations = new CachedExplanations(new OneSnapshot(bytes), ReportExtractor.Default);
        return await explanations.Of(Document(SnapshotHash.Of(bytes ?? [])), authority, 2023, New, default);
    }

    private static DocumentReference Document(SnapshotHash snapshot) => new()
    {
        Url = "http://www.qinghe.gov.cn/1.html",
        Source = "test",
        RunId = Guid.Empty,
        FetchId = Guid.Empty,
        Snapshot = snapshot,
        Facts = new FetchFacts { RequestedUrl = new Uri("http://www.qinghe.gov.cn/1.html"), FinalUrl = new Uri("http://www.qinghe.gov.cn/1.html"), FetchedAt = DateTimeOffset.UnixEpoch, Status = 200 },
    };

    /// <param name="bytes">Null for a snapshot that is lost.</param>
    private sealed class OneSnapshot(byte[]? bytes) : ISnapshotStore
    {
        public Task<SnapshotHash> Write(ReadOnlyMemory<byte> body, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<byte[]?> Read(SnapshotHash snapshot, CancellationToken cancellation) => Task.FromResult(bytes);
    }
}
