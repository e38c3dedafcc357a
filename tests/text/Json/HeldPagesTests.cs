using System.Text;
using System.Text.Json;
using Pipeline.Text.Json;

namespace Pipeline.Text.Tests.Json;

public sealed class HeldPagesTests
{
    private static readonly string Markup = $"<div class=\"zw\"><p>{new string('政', 300)}</p></div>";

    public static TheoryData<string, string> Answers => new()
    {
        { "/data/content", $$"""{"code": 0, "data": {"id": 1, "title": "年报", "content": {{Quoted(Markup)}} } }""" },
        { "/0/nr", $$"""[{"bt": "年报", "nr": {{Quoted(Markup)}} }]""" },
        { "/zw", $$"""jQuery18_1({"title": "年报", "zw": {{Quoted(Markup)}} });""" },
        { "/d/html", $$"""{"d": {{Quoted($$"""{"title": "年报", "html": {{Quoted(Markup)}} }""")}} }""" },
        { "/content/rendered", $$"""{"title": {"rendered": "年报"}, "content": {"rendered": {{Quoted(Markup)}}, "protected": false} }""" },
        { "/a~1b/text", $$"""{"title": "年报", "a/b": {"text": {{Quoted(System.Net.WebUtility.HtmlEncode(Markup))}} } }""" },
        { "/text", $$"""{"title": "年报", "text": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Markup))}}"}""" },
        { "/text", $$"""{"title": "年报", "text": "{{Uri.EscapeDataString(Markup)}}"}""" },
        { "/text", $$"""{"title": "年报", "text": {{Quoted(System.Net.WebUtility.HtmlEncode(System.Net.WebUtility.HtmlEncode(Markup)))}} }""" },
        { "/text", $$"""{"title": "年报", "text": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString(Markup)))}}"}""" },
        { "/zw", $$"""/**/ typeof show === 'function' && show({"title": "年报", "zw": {{Quoted(Markup)}} });""" },
        { "/zw", $$"""var article = {"title": "年报", "zw": {{Quoted(Markup)}} };""" },
        { "/zw", $$""")]}', {"title": "年报", "zw": {{Quoted(Markup)}} }""" },
        { "/article/content", $"<?xml version=\"1.0\" encoding=\"gb2312\"?><article><title>年报</title><content><![CDATA[{Markup}]]></content></article>" },
        { "/article/content", $"<article><title>年报</title><content>{Markup}</content></article>" },
        { "/rss/channel/item/description", $"<rss><channel><title>栏目</title><item><title>年报</title><description>{System.Net.WebUtility.HtmlEncode(Markup)}</description></item></channel></rss>" },
        { "/list/record/1/nr", $"<list><record><title>通知</title></record><record><bt>年报</bt><nr><![CDATA[{Markup}]]></nr></record></list>" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Markup_is_found_in_whatever_field_and_writing_it_lies(string field, string answer)
    {
        var page = Assert.Single(HeldPages.Of(answer));

        Assert.Equal(field, page.Field);
        Assert.True(page.IsMarkup);
        Assert.Contains(Markup, page.Text, StringComparison.Ordinal);
        Assert.Contains("<title>年报</title>", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"pubDate\": \"2024-01-20 09:30:00\", \"updateTime\": \"2025-02-03\"", "2024-01-20")]
    [InlineData("\"update_time\": \"2025-02-03\", \"createTime\": 1705680000000", "2024-01-20")]
    [InlineData("\"create_time\": \"2024-01-19\", \"PUB_TIME\": 1705680000", "2024-01-20")]
    [InlineData("\"fbrq\": \"20240120\"", "2024-01-20")]
    [InlineData("\"pubDate\": \"Fri, 19 Jan 2024 23:30:00 GMT\"", "2024-01-20")]
    [InlineData("\"endDate\": \"2024-01-20\"", null)]
    [InlineData("\"pubDate\": \"2024-13-40\"", null)]
    public void The_day_beside_it_is_that_of_publication(string fields, string? day)
    {
        var page = Assert.Single(HeldPages.Of($$"""{ {{fields}}, "content": {{Quoted(Markup)}} }"""));

        if (day is null)
            Assert.DoesNotContain("PubDate", page.Text, StringComparison.Ordinal);
        else
            Assert.Contains($"<meta name=\"PubDate\" content=\"{day}\">", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_nearest_is_the_title_and_signs_of_markup_in_it_are_text()
    {
        var page = Assert.Single(HeldPages.Of($$"""{"title": "栏目", "data": {"subTitle": "县", "title": "<em>年报</em> A&amp;B <", "source": "青岚县教育局", "content": {{Quoted(Markup)}} } }"""));

        Assert.Contains("<title>年报 A&amp;B &lt;</title>", page.Text, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"ContentSource\" content=\"", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_without_markup_stands_below_its_title()
    {
        var page = Assert.Single(HeldPages.Of($$"""{"title": "年报", "text": "{{new string('政', 300)}}"}"""));

        Assert.False(page.IsMarkup);
        Assert.StartsWith("年报\n政", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_is_one_text_is_the_page() => Assert.Contains(Markup, Assert.Single(HeldPages.Of(Quoted(Markup))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"rows\": [{\"title\": \"年报\", \"url\": \"/a.html\", \"summary\": \"<p>根据条例</p>\"}]}")]
    [InlineData("{\"title\": \"年报\"")]
    [InlineData("[ 索引号 ] 年报")]
    [InlineData("<html><body><p>年报</p></body></html>")]
    [InlineData("<article><title>年报</title>")]
    [InlineData("")]
    public void Lists_and_what_is_no_JSON_hold_none(string answer) => Assert.Empty(HeldPages.Of(answer));

    [Fact]
    public void Texts_within_texts_end()
    {
        var text = Quoted(Markup);
        for (var depth = 0; depth < 12; depth++)
            text = Quoted($"{{\"d\": {text}}}");

        Assert.True(HeldPages.Of($"{{\"d\": {text}}}").Count <= 1);
        Assert.Equal(500, HeldPages.Of($"[{string.Join(',', Enumerable.Repeat(Quoted(Markup), 600))}]").Count);
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
