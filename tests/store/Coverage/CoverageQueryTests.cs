using Pipeline.Contracts.Reports;
using Pipeline.Store.Coverage;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Coverage;

public sealed class SqliteCoverageQueryTests : CoverageQueryTests<Sqlite>;

public sealed class PostgresCoverageQueryTests : CoverageQueryTests<Postgres>;

/// <summary>Which bodies reported on which years, with tables or without.</summary>
public abstract class CoverageQueryTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private const string Body = "清河县民政局";
    private const string County = "130534";
    private const string Old = "http://www.qinghe.gov.cn/2013/t1.html";
    private const string New = "http://www.qinghe.gov.cn/2022/t1.html";

    private CoverageQuery Coverage => new(Database);

    [Fact]
    public async Task A_report_without_tables_counts_for_its_year()
    {
        await Settle(Document(Old), Prose(2013));
        await Settle(Document(New, "tables"), SampleReport.Of(year: 2022));

        Assert.Equal([(2013, 0, 1), (2022, 1, 0)], (await Coverage.Counts("", 6, default)).OrderBy(count => count.Year).Select(count => (count.Year, (int)count.Bodies, (int)count.Prose)));
        Assert.Equal([new BodyProse(Body, 2013, Old)], await Coverage.Prose(County, 10, default));
    }

    [Fact]
    public async Task It_counts_no_more_where_the_tables_are_found_elsewhere_or_it_is_read_otherwise()
    {
        await Settle(Document(Old), Prose(2022));
        await Settle(Document(New, "tables"), SampleReport.Of(year: 2022));
        Assert.Empty(await Coverage.Prose(County, 10, default));

        await Settle(Document(Old), Prose(2013));
        await Settle(Document(Old, "replaced", day: 1));
        Assert.Empty(await Coverage.Prose(County, 10, default));
    }

    private Task Settle(Contracts.Messages.DocumentReference document, ProseReport report) => Settlement.Settle(
        document, Extracted("1.0") with { Reason = "not-a-report.before-2019", Prose = report }, default);

    private static ProseReport Prose(int year) => new()
    {
        Title = $"{Body}{year}年政府信息公开工作年度报告", Authority = Body, RegionCode = County, Year = year, Sections = new Dictionary<string, string> { ["overview"] = "一年来……" },
    };
}
