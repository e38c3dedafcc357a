using System.Text;
using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests.Discovery.Links;

public sealed class LinkTests
{
    [Fact]
    public void Click_handlers_lead_where_the_functions_of_the_page_lead()
    {
        var links = Sample.Links("list-onclick/list.html");
        Assert.Equal(["/zwgk/nb/info/202401/31.htm", "/zwgk/nb/info/202201/11.htm"], links.Of(LinkKind.Page));
        Assert.Equal(["/files/nb2022.pdf"], links.Of(LinkKind.Attachment));
        Assert.Equal(["/zwgk/nb/list_2.htm"], links.Of(LinkKind.Continuation));
    }

    [Fact]
    public void A_pager_hidden_in_base64_is_read() =>
        Assert.Equal(["/zwgk/nb/list_2.html"], Sample.Links("encoded-pager/list.html").Select(link => link.Url.AbsolutePath));

    [Theory]
    [InlineData("stub-redirect/meta.html", "/zwgk/nb/t1.html")]
    [InlineData("stub-redirect/script.html", "/zwgk/nb/t2.html")]
    public void A_stub_sends_its_visitor_on(string sample, string target) =>
        Assert.Equal([target], Sample.Links(sample).Of(LinkKind.Redirect));

    [Fact]
    public void A_page_with_content_is_no_stub_whatever_its_script_may_do() =>
        Assert.Empty(Sample.Links("stub-redirect/real-page.html").Of(LinkKind.Redirect));

    [Fact]
    public void Leave_the_site_pages_are_passed_by()
    {
        var links = Sample.Links("interstitial/list.html").Select(link => link.Url.AbsoluteUri);
        Assert.Equal(["http://www.gaoqiao.gov.cn/nb/1.html", "http://www.x.gov.cn/nb/2.html", "http://www.x.gov.cn/login?url=%2Fhome"], links);
    }

    [Fact]
    public void Frames_and_viewers_give_what_they_show()
    {
        var links = Sample.Links("frame-viewer/page.html");
        Assert.Equal(["/files/2023nb.pdf", "/files/2022nb.pdf", "/files/2021nb.pdf"], links.Of(LinkKind.Attachment));
        Assert.Equal(["/zwgk/nb/frame_list.jsp?colid=12&pg=1"], links.Of(LinkKind.Continuation));
        Assert.All(links.Where(link => link.Kind == LinkKind.Attachment), link => Assert.Equal("永宁县2023年政府信息公开工作年度报告", link.Text));
    }

    [Fact]
    public void Rows_that_a_script_holds_as_objects_are_links()
    {
        var links = Sample.Links("list-script-rows/list.html");
        Assert.Equal(["/zwgk/nb/t1.html", "/zwgk/nb/t2.html"], links.Of(LinkKind.Page));
        Assert.Equal(["/files/nb.pdf"], links.Of(LinkKind.Attachment));
        Assert.Equal("云岭县2022年政府信息公开工作年度报告", links.Single(link => link.Url.AbsolutePath.EndsWith("t2.html", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public void Links_put_out_to_catch_programs_are_left_alone() =>
        Assert.Equal(["/tab/nb.html"], Sample.LinksOf(
            "<a href='/trap/1.html' style='display: none'>政府信息公开年报</a><a hidden href='/trap/2.html'>年报</a><a rel='external nofollow' href='/trap/3.html'>年报</a>"
            + "<div class='tab' style='display:none'><a href='/tab/nb.html' target='_blank'>政府信息公开年报</a></div>").Of(LinkKind.Page));

    [Fact]
    public void Broken_links_are_dropped_and_the_rest_is_kept() =>
        Assert.Equal(["/jg/2.htm", "/zfxxgk/x.html", "/zwgk/nb/ht!tp:%25%25"], Sample.LinksOf(
            "<a href='/jg/2.htm'>职能</b></i><a href=\"  /zfxxgk\n/x.html \">x</a><a href>y</a><a href='http://'>z</a><a href='http://[bad/'>w</a><a href='ht!tp:%%'>v</a>"
            + "<a href='mailto:a@b.gov.cn'>m</a><a href='tel:12345'>t</a><a href='#top'>t</a><a href='javascript:alert(1)'>a</a><a href='file:///etc/passwd'>f</a>").Of(LinkKind.Page));

    [Fact]
    public void A_query_in_chinese_is_sent_in_the_encoding_of_its_page()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var links = Sample.Links(gbk.GetBytes("<html><head><meta charset=gb2312></head><body><a href='/年报/list.asp?类=报告'>年报</a></body></html>"));
        Assert.Equal("/%E5%B9%B4%E6%8A%A5/list.asp?%C0%E0=%B1%A8%B8%E6", Assert.Single(links).Url.PathAndQuery);
    }

    [Fact]
    public void No_page_makes_the_finders_throw()
    {
        var random = new Random(7);
        string[] parts = ["<a href='", "onclick=\"f('", "')\"", ">", "<script>", "function f(a,{", "location.href=", "'+a+", "\"", "}</script>", "{\"url\":\"/a\",", "<datastore><record><![CDATA[", "]]>", "<iframe src=", "createPageHTML(3,", "下一页", "<meta http-equiv=refresh content='0;url=", "/*", "`${x", "\\u00"];
        for (var round = 0; round < 500; round++)
            Sample.LinksOf(string.Concat(Enumerable.Range(0, 25).Select(_ => parts[random.Next(parts.Length)])));
    }
}
