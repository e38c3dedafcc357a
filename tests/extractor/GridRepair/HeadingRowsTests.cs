using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.GridRepair;

public sealed partial class HeadingRowsTests
{
    private const string Sample = "jcms-check-column-left-out";

    private static readonly string Page = Encoding.UTF8.GetString(SamplePaths.Bytes($"corpus/{Sample}.html"));

    /// <summary>As a program exports a sheet as a page: each paragraph is a row, and the whole one table.</summary>
    [Fact]
    public async Task A_report_that_is_one_table_keeps_its_sections_and_its_date()
    {
        var article = Page[Page.IndexOf("<meta name=\"ContentStart\">", StringComparison.Ordinal)..Page.IndexOf("<meta name=\"ContentEnd\">", StringComparison.Ordinal)];
        var rows = string.Concat(Table().Split(article).Select(part => part.StartsWith("<table", StringComparison.OrdinalIgnoreCase) ? Frame().Replace(part, "")
            : string.Concat(Tag().Split(part).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => $"<tr><td>{line}</td></tr>"))));
        var sheet = $"<html><body><table border=1><tr><td colspan=15>岚原县人民政府2021年政府信息公开工作年度报告</td></tr>{rows}<tr><td colspan=15>岚原县人民政府</td></tr><tr><td>2022年3月21日</td></tr></table></body></html>";

        var result = await Reading.Of(Encoding.UTF8.GetBytes(sheet), "report.xls");

        var (report, whole) = (Assert.Single(result.Reports), Assert.Single((await Reading.Of(Encoding.UTF8.GetBytes(Page))).Reports));
        Assert.Empty(Reading.Differences(report, Sample));
        Assert.Equal(whole.Sections.Keys.Order(), report.Sections.Keys.Order());
        Assert.Equal((whole.Title, whole.Year, new DateOnly(2022, 3, 21)), (report.Title, report.Year, report.Published));
    }

    [Fact]
    public async Task A_table_under_one_heading_is_left_whole()
    {
        var rows = await Reading.Rows("<table><tr><td colspan=2>二、主动公开政府信息情况</td></tr><tr><td>规章</td><td>3</td></tr></table>"u8.ToArray());

        Assert.Equal(["二、主动公开政府信息情况", "规章|3"], rows);
    }

    [GeneratedRegex("(<table.*?</table>)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Table();

    [GeneratedRegex("</?(?:table|tbody)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Frame();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
