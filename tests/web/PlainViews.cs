using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;

namespace Pipeline.Web.Tests;

/// <summary>Shows every document as one line that names the spot; with one check over two cells; with reasons of its own and a replay that only counts.</summary>
internal sealed class PlainViews : ISnapshotViews, IFormChecks, IReadingReasons, IFailureReplay, IQueueFigures
{
    public List<(string? Source, string? Reason)> Replayed { get; } = [];

    public Task<SnapshotView> Show(DocumentReference document, Locator? spot, int page, CancellationToken cancellation) =>
        Task.FromResult(new SnapshotView($"<p id=\"spot\">{(spot as HtmlLocator)?.Path ?? "no spot"}</p>", null, "sha256-x"));

    public Task<SnapshotView> ShowClose(DocumentReference document, Locator spot, CancellationToken cancellation) =>
        Task.FromResult(new SnapshotView($"<p>close {(spot as OcrLocator)?.Left}</p>", null, "sha256-x"));

    public IReadOnlyList<FormCheck> Of(AnnualReport report) =>
        [new FormCheck("row_total:new", 12, 11, [new("applications.new.total"), new("applications.new.other")])];

    public Task<ReadingReasons> Of(DocumentReference document, string? authority, int? year, CellId cell, CancellationToken cancellation) => Task.FromResult(new ReadingReasons(
        "2", 21, 0.62, [new EvidenceWeight("base", 1, 6), new EvidenceWeight("dispute", 1, -5.5)], [new OtherReading("sequence.rows", "71", new HtmlLocator("html>body>p", null, null), false)], null));

    public Task<int> Replay(string? source, string? reason, CancellationToken cancellation)
    {
        Replayed.Add((source, reason));
        return Task.FromResult(3);
    }

    public Task<QueueFigures> Read(CancellationToken cancellation) =>
        Task.FromResult(new QueueFigures([new QueueFigure("extractor", 5, 2, 1.5, 1.25, 4)], new Uri("http://broker:15672/"), null));
}
