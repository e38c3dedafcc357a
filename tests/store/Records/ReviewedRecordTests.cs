using System.Text.Json;
using Dapper;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Records;

public sealed class SqliteReviewedRecordTests : ReviewedRecordTests<Sqlite>;

public sealed class PostgresReviewedRecordTests : ReviewedRecordTests<Postgres>;

public abstract class ReviewedRecordTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    private static readonly CellId Total = new("applications.new.total");
    private static readonly CellId Fees = new("disclosure.fees.amount_10k_cny");

    private CellReviews Reviews => new(Database, Clock);

    private ReviewQueue Queue => new(Database, Clock);

    [Fact]
    public async Task What_a_person_decided_leaves_with_the_data_beside_what_the_machine_read()
    {
        await Settle(Document(Url), Doubtful());
        var record = (await OnlyRecord()).Current.RecordId;
        await Reviews.Decide(new CellDecision(record, Total, ReviewVerdict.Corrected, 21, "印刷为21", "wang", 0), default);
        await Queue.Finish(record, "wang", default);

        var wide = JsonDocument.Parse(await Exported(ExportFormat.Jsonl, ExportShape.Records)).RootElement;
        Assert.Equal(("reviewed", "wang"), (wide.GetProperty("status").GetString(), wide.GetProperty("reviewed_by").GetString()));
        Assert.Equal((12, 21), (wide.GetProperty("cells").GetProperty(Total.ToString()).GetInt32(), wide.GetProperty("best_cells").GetProperty(Total.ToString()).GetInt32()));
        Assert.Equal(wide.GetProperty("cells").GetProperty(Fees.ToString()).GetRawText(), wide.GetProperty("best_cells").GetProperty(Fees.ToString()).GetRawText());
        var tidy = (await Exported(ExportFormat.Jsonl, ExportShape.Cells)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Single(line => line.GetProperty("cell").GetString() == Total.ToString());
        Assert.Equal((12, 21, "reviewed"), (tidy.GetProperty("value").GetInt32(), tidy.GetProperty("best_value").GetInt32(), tidy.GetProperty("status").GetString()));
        var csv = (await Exported(ExportFormat.Csv, ExportShape.Records)).Split("\r\n");
        var (head, line) = (csv[0].Split(','), csv[1].Split(','));
        Assert.Equal(("12", "21", "wang"), (line[Array.IndexOf(head, Total.ToString())], line[Array.IndexOf(head, $"best:{Total}")], line[Array.IndexOf(head, "reviewed_by")]));
        await using var connection = await Database.Open(default);
        Assert.Equal((12, 21), await connection.QuerySingleAsync<(long, long)>(
            "SELECT CAST(value AS INTEGER), CAST(best_value AS INTEGER) FROM cell_values WHERE record_id = @record AND cell_id = @cell", new { record, cell = Total.ToString() }));
    }

    [Fact]
    public async Task Accepted_means_accepted_or_reviewed()
    {
        await Settle(Document(Url), Doubtful(), SampleReport.Of(year: 2020));
        await Queue.Finish((await All()).Single(record => record.Status == ReviewStatus.Review).Current.RecordId, "wang", default);

        Assert.Equal(2, await Records.Count(new RecordFilter { Status = ReviewStatus.Accepted }, default));
        Assert.Equal(1, await Records.Count(new RecordFilter { Status = ReviewStatus.Reviewed }, default));
        Assert.Equal(0, await Records.Count(new RecordFilter { Status = ReviewStatus.Review }, default));
        Assert.Equal(ReviewStatus.Reviewed, (await Records.Summaries(new RecordFilter { Year = 2022 }, 1, default)).Single().Status);
    }

    [Fact]
    public async Task A_reviewed_record_stays_so_when_the_same_bytes_are_read_again_and_waits_again_when_they_change()
    {
        await Settle(Document(Url), Doubtful());
        await Queue.Finish((await OnlyRecord()).Current.RecordId, "wang", default);

        await Settlement.Settle(Document(Url), Extracted("2.0", Doubtful(13)), default);
        Assert.Equal((ReviewStatus.Reviewed, "wang"), ((await OnlyRecord()).Status, (await OnlyRecord()).FinishedBy));

        await Settle(Document(Url, "second", day: 1), Doubtful(14));
        Assert.Equal((ReviewStatus.Review, null), ((await OnlyRecord()).Status, (await OnlyRecord()).FinishedBy));
    }

    [Fact]
    public async Task A_record_that_is_put_back_waits_again_with_its_decisions()
    {
        await Settle(Document(Url), Doubtful());
        var record = (await OnlyRecord()).Current.RecordId;
        Assert.False(await Queue.PutBack(record, default));
        Assert.Equal(2, await Reviews.Confirm(record, [Total, Fees], "wang", default));
        await Queue.Finish(record, "wang", default);

        Assert.True(await Queue.PutBack(record, default));

        Assert.Equal((1, ReviewStatus.Review), (await Queue.Count(default), (await OnlyRecord()).Status));
        Assert.Equal(2, (await Reviews.Of(record, default)).Count);
    }

    [Fact]
    public async Task A_person_takes_back_the_own_last_step_and_nothing_of_others()
    {
        await Settle(Document(Url), Doubtful());
        var record = (await OnlyRecord()).Current.RecordId;
        await Reviews.Decide(new CellDecision(record, Total, ReviewVerdict.Confirmed, null, null, "li", 0), default);
        Clock.Now = Start.AddMinutes(1);
        Assert.Equal(1, await Reviews.Confirm(record, [Total, Fees], "wang", default));

        Assert.Equal([Fees], await Reviews.Undo(record, "wang", default));
        Assert.Empty(await Reviews.Undo(record, "wang", default));

        Assert.Equal([(Total, ReviewVerdict.Confirmed), (Fees, ReviewVerdict.Reopened)], (await Reviews.Of(record, default)).Select(review => (review.Cell, review.Verdict)));
    }

    private static AnnualReport Doubtful(decimal value = 12) => SampleReport.Of(changes: (Total.ToString(), value)) with { Status = ReviewStatus.Review, Confidence = 0.4 };
}
