using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.EndToEnd.Tests;

public sealed class SampleSiteTests(SampleCrawl crawl)
{
    public static TheoryData<string> Reports => [.. SampleTruth.Paths.Keys];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_record_says_what_its_page_prints(string path)
    {
        var truth = SampleTruth.Of(path);
        var report = Record(path).Current.Report;

        Assert.Equal((truth.Form, truth.Year, truth.Authority), (report.Form, report.Year, report.Authority));
        Assert.Equal(truth.Published, report.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(truth.Cells.Keys.Order(StringComparer.Ordinal), report.Cells.Select(cell => cell.Cell.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(
            truth.Cells.Where(cell => cell.Value != Value(report, cell.Key)).Select(cell => $"{cell.Key}: printed {cell.Value}, read {Value(report, cell.Key)}"),
            []);
        Assert.Equal(truth.Violations.Order(StringComparer.Ordinal), report.Violations.Select(violation => violation.Check).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_record_knows_where_it_came_from(string path)
    {
        var current = Record(path).Current;

        Assert.Equal(SourceTrust.Official, current.Report.Trust);
        Assert.NotEmpty(current.Reading.Reader);
        Assert.NotEmpty(current.Reading.ExtractorVersion);
        Assert.All(current.Report.Cells.Where(cell => cell.Raw is not null), cell => Assert.NotNull(cell.Source));
    }

    [Fact]
    public void There_is_one_record_for_each_report_and_no_other() =>
        Assert.Equal(SampleTruth.Paths.Keys.Order(StringComparer.Ordinal), crawl.Records.Select(PathOf).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_notice_about_reports_is_counted_and_is_no_record()
    {
        var state = await crawl.State("/zwgk/tzgg/t20231215_1116.html");

        Assert.Equal("not_a_report", state!.Result);
        Assert.StartsWith("not-a-report", state.ResultReason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_that_fails_is_the_one_failure() =>
        Assert.Equal(["/zwgk/zfxxgknb/202301/t20230130_1117.html"], crawl.Failures.Select(failure => new Uri(failure.Url).AbsolutePath));

    [Fact]
    public void What_robots_txt_forbids_is_counted_and_never_asked_for()
    {
        Assert.Equal(1, crawl.First.Sources.Sum(source => source.RefusedByRobots));
        Assert.DoesNotContain(crawl.FirstRequests, request => request.Path.StartsWith("/internal", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_list_pages_are_visited() =>
        Assert.Contains(crawl.FirstRequests, request => request.Path == "/zwgk/zfxxgknb/index_1.html");

    [Fact]
    public void No_address_is_asked_for_twice_but_the_one_that_fails() =>
        Assert.Equal(
            ["/zwgk/zfxxgknb/202301/t20230130_1117.html"],
            crawl.FirstRequests.GroupBy(request => request.Path).Where(asked => asked.Count() > 1).Select(asked => asked.Key));

    [Fact]
    public void A_second_crawl_asks_only_whether_something_changed()
    {
        var pages = crawl.SecondRequests.Where(request => request.Path != "/robots.txt" && request.Status < 400).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(page is { Conditional: true, Status: 304 }, $"{page.Path}: {page.Status}"));
        Assert.Equal(0, crawl.Second.Sources.Sum(source => source.New + source.Changed));
    }

    [Fact]
    public void A_second_crawl_leaves_every_record_as_it_was() =>
        Assert.Equal(
            crawl.Records.Select(record => (record.Current.RecordId, record.Current.Number, record.Current.Snapshot)),
            crawl.RecordsAfterSecond.Select(record => (record.Current.RecordId, record.Current.Number, record.Current.Snapshot)));

    private StoredRecord Record(string path) => Assert.Single(crawl.Records, record => PathOf(record) == path);

    private static string PathOf(StoredRecord record) => new Uri(record.Current.SourceUrl).AbsolutePath;

    private static decimal? Value(AnnualReport report, string cell) => report.Cells.First(reading => reading.Cell.ToString() == cell).Value;
}
