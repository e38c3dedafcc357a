namespace Pipeline.Extractor.Tests.Readers.Html;

public sealed class TabPanesTests
{
    private const string Table = "<table><tr><td>申请人情况</td><td>自然人</td><td>总计</td></tr><tr><td>一、本年新收政府信息公开申请数量</td><td>7</td><td>7</td></tr><tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>1</td></tr><tr><td>（一）予以公开</td><td>8</td><td>8</td></tr></table>";

    [Fact]
    public async Task Tables_behind_tabs_are_read_where_none_is_seen()
    {
        var report = await SmallReport.OfHtml($"<div class=\"pane on\">总体情况</div><div class=\"pane\" style=\"display:none\">主动公开</div><div class=\"pane\" style=\"display:none\">{Table}</div>");

        Assert.Equal("7 _ _ _ _ _ 7", SmallReport.Row(report, "new"));
    }

    [Fact]
    public async Task A_hidden_twin_beside_a_table_stays_hidden()
    {
        var blocks = (await Samples.Read($"<html><body><div>{Table}</div><div style=\"display:none\">{Table}</div></body></html>")).Blocks;

        Assert.Single(blocks);
    }
}
