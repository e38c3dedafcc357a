using Pipeline.Contracts.Reports;
using Pipeline.Store.Failures;
using Pipeline.Store.Requests;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Requests;

public sealed class SqliteReextractionRequestsTests : ReextractionRequestsTests<Sqlite>;

public sealed class PostgresReextractionRequestsTests : ReextractionRequestsTests<Postgres>;

public abstract class ReextractionRequestsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    private static readonly Guid Request = new(9, 0, 0, new byte[8]);

    private ReextractionRequests Requests => new(Database, Clock);

    private FailureQuery Failures => new(Database);

    [Fact]
    public async Task The_settlement_itself_ends_the_request_that_it_answers()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Requests.Begin(Request, Url, refetch: false, "wang", default);
        Assert.Null((await Requests.Find(Request, default))!.EndedAt);

        await Settlement.Settle(Document(Url), Extracted("1.0", SampleReport.Of()), Request, default);

        var ended = (await Requests.Find(Request, default))!;
        Assert.Equal((Start, null), (ended.EndedAt, ended.Problem));
    }

    [Fact]
    public async Task A_snapshot_that_is_gone_fails_the_request_shows_among_the_failures_and_leaves_the_record()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Requests.Begin(Request, Url, refetch: false, "wang", default);

        await Settlement.Settle(Document(Url), Gone, Request, default);

        Assert.Equal(Gone.Detail, (await Requests.Find(Request, default))!.Problem);
        var failure = Assert.Single(await Failures.List(new FailureFilter(), 10, default));
        Assert.Equal(("reextraction", "failed.snapshot-missing", Gone.Detail), (failure.Stage, failure.Reason, failure.Detail));
        Assert.Equal(1, (await OnlyRecord()).Versions);
    }

    [Fact]
    public async Task A_later_reading_that_goes_well_clears_the_failure()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Settlement.Settle(Document(Url), Gone, Request, default);

        await Settlement.Settle(Document(Url, day: 1), Extracted("1.0", SampleReport.Of()), Request, default);

        Assert.Empty(await Failures.List(new FailureFilter(), 10, default));
    }

    [Fact]
    public async Task A_request_that_nobody_answers_is_given_up_and_a_late_answer_still_counts()
    {
        await Settle(Document(Url), SampleReport.Of());
        await Requests.Begin(Request, Url, refetch: false, "wang", default);
        Assert.Equal(0, await Requests.GiveUp(Start.AddMinutes(-1), default));

        Assert.Equal(1, await Requests.GiveUp(Start, default));

        Assert.StartsWith("No answer came.", (await Requests.Find(Request, default))!.Problem, StringComparison.Ordinal);
        await Settlement.Settle(Document(Url), Extracted("1.0", SampleReport.Of()), Request, default);
        Assert.Null((await Requests.Find(Request, default))!.Problem);
    }

    private static ExtractionResult Gone => Failed("failed.snapshot-missing") with { Detail = "The snapshot is not in the data folder." };
}
