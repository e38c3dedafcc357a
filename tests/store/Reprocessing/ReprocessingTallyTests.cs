using Pipeline.Contracts.Reports;
using Pipeline.Store.Reprocessing;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Reprocessing;

public sealed class ReprocessingTallyTests : StoreTest<Sqlite>
{
    private const string Url = "http://www.qinghe.gov.cn/1.html";

    [Fact]
    public async Task A_changed_cell_counts_with_the_rule_that_reads_it_now()
    {
        var report = SampleReport.Of();
        var cell = report.Cells.First(cell => cell.Value is not null);
        var tally = await Tally(report, report with { Cells = [.. report.Cells.Select(other => other == cell ? cell with { Value = null, Rule = "grid.better" } : other)] });

        Assert.Equal((1, 0, 0), (tally.Changed, tally.New, tally.Gone));
        Assert.Equal([new CellTally(cell.Cell, 1, 0, 1)], tally.Cells);
        Assert.Equal([new RuleTally("grid.better", 1, 1)], tally.Rules);
    }

    [Fact]
    public async Task The_same_reading_changes_nothing() => Assert.Equal(0, (await Tally(SampleReport.Of(), SampleReport.Of())).Changed);

    [Fact]
    public async Task A_record_that_was_not_there_is_new_and_one_that_is_not_there_any_more_is_gone()
    {
        Assert.Equal(1, (await Tally(null, SampleReport.Of())).New);
        Assert.Equal(1, (await Tally(SampleReport.Of(), null, "http://www.qinghe.gov.cn/2.html")).Gone);
    }

    private async Task<ReprocessingTally> Tally(AnnualReport? before, AnnualReport? after, string url = Url)
    {
        var tally = new ReprocessingTally();
        await Settlement.Settle(Document(url), Extracted("1.0", before is null ? [] : [before]), default);
        var old = await Records.VersionsOf(url, default);
        await Settlement.Settle(Document(url), Extracted("2.0", after is null ? [] : [after]), default);
        tally.Add(old, await Records.VersionsOf(url, default));
        return tally;
    }
}
