using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Tests.Readers.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public async Task Metadata_keeps_order_and_names_as_written()
    {
        var document = await Samples.Read("<!-- source: https://example.org/a.html --><META content='甲局' name=ContentSource><meta property=og:title content=标题><meta name=PubDate content=''><title>题</title><p>文");
        Assert.Equal(
            ["#comment=source: https://example.org/a.html", "ContentSource=甲局", "og:title=标题", "PubDate="],
            document.Metadata.Select(entry => $"{entry.Name}={entry.Value}"));
        Assert.Equal("题", document.Title);
    }

    [Fact]
    public async Task Frame_of_the_page_is_boilerplate_but_title_and_byline_are_not()
    {
        var paragraph = string.Concat(Enumerable.Repeat("本机关全面贯彻落实条例，主动公开政府信息。", 5));
        var document = await Samples.Read(
            $"<title>甲局2023年政府信息公开工作年度报告-甲县</title><div class=top><a href=/>首页</a> <a href=/a>政务公开</a></div><h1>甲局2023年政府信息公开工作年度报告</h1><div>来源：甲局</div>"
            + $"<div id=zoom><p>{paragraph}</p><p>{paragraph}</p></div><div>上一篇：旧报告</div><div>主办：甲县人民政府</div>");
        var texts = document.Blocks.OfType<TextBlock>().ToLookup(text => text.IsBoilerplate, text => text.Text);
        Assert.Equal(["甲局2023年政府信息公开工作年度报告", "来源：甲局", paragraph, paragraph], texts[false]);
        Assert.Equal(["首页 政务公开", "上一篇：旧报告", "主办：甲县人民政府"], texts[true]);
    }

    [Fact]
    public async Task Pictures_in_place_of_tables_are_noticed()
    {
        var document = await Samples.Read("<p>二、主动公开政府信息情况</p><p><img src=a.png width=600 alt=表格></p>");
        Assert.Contains(document.Issues, issue => issue.Code == "html.table-image");
    }
}
