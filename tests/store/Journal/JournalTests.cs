using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Journal;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Journal;

/// <summary>What the journal holds is enough for a new database: only the embedded one keeps it.</summary>
public sealed class JournalTests : StoreTest<Sqlite>
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    private static readonly CellId Total = new("applications.new.total");

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-journal-").FullName;

    private JournalFolder Folder => new(_folder);

    [Fact]
    public async Task A_new_database_gets_the_documents_the_decisions_and_the_finished_record()
    {
        await ReadAndDecide();
        await CatchUp();

        await using var other = await Another();
        await other.Replay();

        var record = Assert.Single(await other.Records.Find(new RecordFilter(), 10, default));
        Assert.Equal((ReviewStatus.Reviewed, "wang"), (record.Status, record.FinishedBy));
        var review = Assert.Single(await other.Reviews.Of(record.Current.RecordId, default));
        Assert.Equal((Total, ReviewVerdict.Corrected, 21m, 2m, "wang", Start), (review.Cell, review.Verdict, review.Value, review.MachineValue, review.Reviewer, review.ReviewedAt));
    }

    [Fact]
    public async Task Each_thing_is_copied_once_and_a_torn_line_costs_itself_only()
    {
        await Read(Url);
        Assert.Equal(1, await CatchUp());
        Assert.Equal(0, await CatchUp());
        await File.AppendAllTextAsync(Directory.GetFiles(_folder, "*.jsonl").Single(), "{\"fetch\":{\"url\":\"http://www.q");
        await Read("http://www.qinghe.gov.cn/2.html");
        Assert.Equal(1, await CatchUp());

        await using var other = await Another();
        var fetches = await other.Journal.Fetches(Folder, default);

        Assert.Equal(new JournalTally(2, 0, 1), fetches);
        Assert.Equal(new JournalTally(2, 0, 1), await other.Journal.Fetches(Folder, default));
    }

    [Fact]
    public async Task A_record_that_was_put_back_is_not_finished_in_the_new_database_either()
    {
        var record = await ReadAndDecide();
        await CatchUp();
        await new ReviewQueue(Database, Clock).PutBack(record, default);
        await CatchUp();

        await using var other = await Another();
        await other.Replay();

        Assert.Equal(ReviewStatus.Review, Assert.Single(await other.Records.Find(new RecordFilter(), 10, default)).Status);
    }

    [Fact]
    public async Task A_decision_whose_record_was_not_read_again_is_counted()
    {
        await ReadAndDecide();
        await CatchUp();

        await using var other = await Another();
        await other.Journal.Fetches(Folder, default);

        Assert.Equal(new JournalTally(0, 2, 0), await other.Journal.Decisions(Folder, default));
    }

    protected override void End() => Directory.Delete(_folder, recursive: true);

    private Task<int> CatchUp() => new JournalWriter(Database, Folder, Clock).CatchUp(default);

    private async Task Read(string url)
    {
        await Ledger.Record(Fetch(Document(url)), default);
        await Settle(Document(url), SampleReport.Of() with { Status = ReviewStatus.Review });
    }

    /// <returns>The record.</returns>
    private async Task<long> ReadAndDecide()
    {
        await Read(Url);
        var record = (await OnlyRecord()).Current.RecordId;
        await new CellReviews(Database, Clock).Decide(new CellDecision(record, Total, ReviewVerdict.Corrected, 21, "印刷为21", "wang", 0), default);
        await new ReviewQueue(Database, Clock).Finish(record, "wang", default);
        return record;
    }

    private async Task<NewStore> Another()
    {
        var store = new NewStore(Folder);
        await store.InitializeAsync();
        return store;
    }

    /// <summary>A database without anything in it.</summary>
    private sealed class NewStore(JournalFolder folder) : StoreTest<Sqlite>
    {
        public new RecordQuery Records => base.Records;

        public CellReviews Reviews => new(Database, Clock);

        public JournalReplay Journal => new(Database, Ledger);

        public async Task Replay()
        {
            await Journal.Fetches(folder, default);
            foreach (var fetch in await Ledger.Pending(DateTimeOffset.MaxValue, 10, default))
                await Settle(fetch, SampleReport.Of() with { Status = ReviewStatus.Review });
            Assert.Equal(0, (await Journal.Decisions(folder, default)).Without);
        }
    }
}
