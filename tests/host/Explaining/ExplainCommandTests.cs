using System.Text.Json;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Tests.Explaining;

public sealed class ExplainCommandTests
{
    private static readonly string Page = Path.Combine(AppContext.BaseDirectory, "samples/site/pages/zwgk/zfxxgknb/202401/t20240111_1107.html");

    [Fact]
    public async Task One_cell_is_explained_from_its_spot_to_its_checks()
    {
        var (exitCode, output, _) = await CapturedTerminal.Run("explain", Page, "applications.new.total");

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("applications.new.total  (三 / ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("applications.granted.total  (", output, StringComparison.Ordinal);
        Assert.Matches(@"read at: row \d+, column \d+ of its table, element html", output);
        Assert.Matches(@"(?m)^  rule: \S+", output);
        Assert.Matches(@"evidence: base \+\d+\.\d\d, agreement \+", output);
        Assert.Matches(@"check holds: row_total:new, (\d+) = \1", output);
        Assert.Matches(@"(?m)^  \| > .*\[\d+\]", output);
    }

    [Fact]
    public async Task The_contributions_of_a_cell_add_up_to_its_confidence()
    {
        var (_, output, _) = await CapturedTerminal.Run("explain", Page, "--json");

        var report = JsonDocument.Parse(output).RootElement;
        var cells = report.GetProperty("cells").EnumerateArray().ToList();
        Assert.True(cells.Count > 100);
        Assert.All(cells, cell =>
        {
            var logit = cell.GetProperty("contributions").EnumerateArray().Sum(one => one.GetProperty("logit").GetDouble());
            Assert.Equal(Math.Min(0.9999, 1 / (1 + Math.Exp(-logit))), cell.GetProperty("reading").GetProperty("confidence").GetDouble(), 3);
        });
    }

    [Fact]
    public async Task A_cell_that_no_form_has_is_answered_with_similar_ones()
    {
        var (exitCode, _, error) = await CapturedTerminal.Run("explain", Page, "granted");

        Assert.Equal(ExitCode.WrongUse, exitCode);
        Assert.Contains("Did you mean applications.granted.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_a_record_says_why()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await CapturedTerminal.Run("explain", folder.Write("notice.txt", "关于召开会议的通知\n请准时参加。\n"));

        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Contains("There is no record to explain (not-a-report.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_without_data_asks_for_a_crawl()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await CapturedTerminal.Run("explain", "http://www.qinghe.gov.cn/a.html", "--data", folder.Path);

        Assert.NotEqual(ExitCode.Done, exitCode);
        Assert.Contains("crawl first", error, StringComparison.Ordinal);
    }
}
