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

    [Theory]
    [InlineData("var s = '云岭县2023年政府信息公开年报|/nb/1.html|2024-01-20#云岭县2022年政府信息公开年报|/nb/2.html|2023-01-20';")]
    [InlineData("var s = '/nb/0.html,标题,云岭县2023年政府信息公开年报,2024-01-20,nb/1.html;云岭县2022年政府信息公开年报,2023-01-20,nb/2.html';", "http://www.x.gov.cn/")]
    public void Rows_that_are_one_text_of_a_script_are_links(string script, string page = "http://www.x.gov.cn/nb/") =>
        Assert.Equal(["/nb/1.html", "/nb/2.html"], Sample.LinksOf($"<html><script>{script}</script></html>", page).Of(LinkKind.Page));

    [Theory]
    [InlineData("var s = '办公时间：9:00-12:00，地址：云岭县人民路1号，网址：http://www.x.gov.cn/index.html，电话：010-1';")]
    [InlineData("var s = '/js/jquery.js,/css/site.css,/zwgk/list.html,/zwgk/nb.html,/zwgk/index.html';")]
    public void A_text_that_only_mentions_addresses_holds_no_rows(string script) =>
        Assert.Empty(Sample.LinksOf($"<html><script>{script}</script></html>"));

    [Theory]
    [InlineData("for (var y = 2024; y >= 2022; y--) { document.write('<a href=\"nb' + y + '.html\">' + y + '年</a>'); }")]
    [InlineData("var last = 2025, h = ''; for (var y = last - 3; y < last; y++) h += '<a href=\"nb' + y + '.html\">' + y + '年</a>'; l.innerHTML = h;")]
    public void Links_that_a_loop_writes_are_written_as_often_as_it_goes_round(string script) =>
        Assert.Equal(["/nb/nb2022.html", "/nb/nb2023.html", "/nb/nb2024.html"], Sample.LinksOf($"<html><script>{script}</script></html>", "http://www.x.gov.cn/nb/").Of(LinkKind.Page).Order(StringComparer.Ordinal));

    [Fact]
    public void A_loop_without_an_end_is_not_followed() =>
        Assert.DoesNotContain(Sample.LinksOf("<html><script>for (var y = 2022; y <= missing; y++) document.write('<a href=\"nb' + y + '.html\">' + y + '</a>'); for (;;) { run(); } for (var i = 0; i < 9; i += 0) { }</script></html>").Of(LinkKind.Page), link => link.Contains("202", StringComparison.Ordinal));

    [Fact]
    public void The_part_of_a_page_that_is_loaded_is_asked_for_by_its_address() =>
        Assert.Equal(["/nb/inc/nb1.html"], Sample.LinksOf("<html><h1>政府信息公开年报</h1><script>var p = 1; function show() { $('#l').load('inc/nb' + p + '.html #rows'); } show();</script></html>", "http://www.x.gov.cn/nb/").Of(LinkKind.Continuation));

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
