using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Paging;

namespace Pipeline.Crawler.Tests.Discovery.Paging;

public sealed class PagingTests
{
    [Fact]
    public void A_pager_counted_from_zero_leads_to_all_further_pages() =>
        Assert.Equal(["/zwgk/nb/index_1.html", "/zwgk/nb/index_2.html", "/zwgk/nb/index_3.html"], Sample.Links("paging-static-suffix/counted-from-zero.html").Of(LinkKind.Continuation));

    [Fact]
    public void A_pager_counted_from_one_is_tried_with_both_beginnings() =>
        Assert.Equal(["/zwgk/nb/list_1.shtml", "/zwgk/nb/list_2.shtml", "/zwgk/nb/list_3.shtml"], Sample.Links("paging-static-suffix/counted-from-one.html").Of(LinkKind.Continuation));

    [Fact]
    public void A_count_of_pages_without_a_pager_tries_the_next_file() =>
        Assert.Equal(["/zwgk/nb/index_1.html", "/zwgk/nb/index_2.html"], Sample.Links("paging-page-count/index.html").Of(LinkKind.Continuation));

    [Fact]
    public void A_count_of_pages_goes_on_from_the_page_reached() =>
        Assert.Equal(["/zwgk/nb/index_4.html"], Sample.Links("paging-page-count/index.html", "http://www.x.gov.cn/zwgk/nb/index_3.html").Of(LinkKind.Continuation));

    [Fact]
    public void A_count_of_pages_ends_with_its_last_page() =>
        Assert.Empty(Sample.Links("paging-page-count/index.html", "http://www.x.gov.cn/zwgk/nb/index_5.html").Of(LinkKind.Continuation));

    [Theory]
    [InlineData("http://www.x.gov.cn/zwgk/nb/", "/zwgk/nb/list_2.html")]
    [InlineData("http://www.x.gov.cn/zwgk/nb/list_4.html", "/zwgk/nb/list_5.html")]
    public void A_template_is_filled_with_the_page_after_this_one(string page, string next) =>
        Assert.Equal([next], Sample.Links("paging-template/list.html", page).Of(LinkKind.Continuation));

    [Theory]
    [InlineData("1", "<b>1</b> <a href='javascript:toPage(2)'>2</a>", "current=2&_csrf=c5f1")]
    [InlineData("2", "<a href='javascript:toPage(1)'>1</a> <b>2</b>", null)]
    public void A_pager_of_numbers_that_sends_a_form_goes_on_to_the_number_after_its_own(string current, string pager, string? next) =>
        Assert.Equal(next is null ? [] : [next], Sample.LinksOf($"<html><form id=f method=post action=/list><input type=hidden name=current id=cur value={current}><input type=hidden name=_csrf value=c5f1></form><a href=/1.html>2023年年报</a>{pager}<script>function toPage(n) {{ f.cur.value = n; f.submit(); }}</script></html>")
            .Where(link => link.Kind == LinkKind.Continuation).Select(link => link.Form));

    [Theory]
    [InlineData("kkpager.generPageHtml({pno: 1, total: totalPage, hrefFormer: 'gknb', hrefLatter: '.shtml', getLink: function (n) { if (n == 1) { return './'; } return this.hrefFormer + '_' + n + this.hrefLatter; }})", "/nb/gknb_2.shtml")]
    [InlineData("$('#p').bootstrapPaginator({totalPages: 3, pageUrl: function (type, page, current) { return 'list_' + page + '.html'; }})", "/nb/list_2.html")]
    public void A_function_that_gives_a_pager_the_addresses_of_pages_counts_them(string pager, string next) =>
        Assert.Equal([next], Sample.LinksOf($"<html><a href=/1.html>2023年年报</a><script>var totalPage = 3; {pager};</script></html>", "http://www.x.gov.cn/nb/").Of(LinkKind.Continuation));

    [Fact]
    public void A_function_of_an_address_counts_nothing_where_no_number_of_pages_is_stated() =>
        Assert.Empty(Sample.LinksOf("<html><a href=/1.html>2023年年报</a><script>open({detailUrl: function (id) { return '/show_' + id + '.html'; }});</script></html>").Of(LinkKind.Continuation));

    [Fact]
    public void A_pager_whose_anchors_carry_their_address_under_a_name_of_their_own_leads_on() =>
        Assert.Equal(["/eportal/ui?pageId=413010&currentPage=2"], Sample.LinksOf("<html><a href=/1.html>2023年年报</a><a class=p tagname='[NEXTPAGE]'>上一页</a><a class=p tagname='/eportal/ui?pageId=413010&amp;currentPage=2'>下一页</a></html>").Of(LinkKind.Continuation));

    [Fact]
    public void A_button_for_more_carries_its_address_under_a_name_of_its_own_too() =>
        Assert.Equal(["/nb/rows?page=2"], Sample.LinksOf("<html><a href=/1.html>2023年年报</a><button hx-get='/nb/rows?page=2' hx-target='#l'>加载更多</button></html>").Of(LinkKind.Continuation));

    [Theory]
    [InlineData("<input type=submit name=act value=上一页><input type=submit name=act value=下一页>", "lm=nb&cur=2&act=%E4%B8%8B%E4%B8%80%E9%A1%B5")]
    [InlineData("<input type=submit value='下一页'>", "lm=nb&cur=2")]
    [InlineData("<input type=submit name=act value=下一页 disabled>", null)]
    [InlineData("<input type=submit name=act value=查询>", null)]
    public void A_button_of_a_form_that_is_its_pager_is_pressed(string buttons, string? sent) =>
        Assert.Equal(sent is null ? [] : [sent], Sample.LinksOf($"<html><a href=/1.html>2023年年报</a><form method=post action=nb.php><input type=hidden name=lm value=nb><input type=hidden name=cur value=2>{buttons}</form></html>").Where(link => link.Kind == LinkKind.Continuation).Select(link => link.Form));

    [Fact]
    public void A_pager_written_by_a_script_calls_the_functions_of_its_page() =>
        Assert.Equal(["/s/list.jsp?page=2&schn=252"], Sample.LinksOf("""
            <html><a href=/1.html>2023年年报</a><script>var cur = 1;
            function toPage(p) { var s = location.href; s = s.replace(/page=\d+/, "page=" + p); location.href = s; }
            document.write('<a href="#" onclick="toPage(' + (cur + 1) + ');return false">下一页</a>');</script></html>
            """, "http://www.x.gov.cn/s/list.jsp?page=1&schn=252").Of(LinkKind.Continuation));

    [Fact]
    public void A_pager_that_sends_a_form_is_followed_with_the_fields_of_the_form() =>
        Assert.Equal(["/zwgk/nb/list.jsp?columnId=77&pageNo=3"], Sample.Links("paging-form/list.html").Of(LinkKind.Continuation));

    [Fact]
    public void A_form_that_is_posted_is_posted_and_one_on_the_last_page_is_not_sent()
    {
        var page = System.Text.Encoding.UTF8.GetString(Sample.Bytes("paging-form/list.html"));
        var posted = Assert.Single(Sample.LinksOf(page.Replace("method=\"get\"", "method=\"post\"", StringComparison.Ordinal)), link => link.Kind == LinkKind.Continuation);
        Assert.Equal(("/zwgk/nb/list.jsp", "columnId=77&pageNo=3"), (posted.Url.PathAndQuery, posted.Form));
        var last = page.Replace("value=\"2\"", "value=\"3\"", StringComparison.Ordinal).Replace("<a href=\"javascript:turn(3)\">下一页</a>", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.LinksOf(last), link => link.Rule == "form");
    }

    [Fact]
    public void Words_and_numbers_of_a_pager_are_told_from_other_links()
    {
        var links = Sample.Links("paging-next-page/list_2.html", "http://www.x.gov.cn/zwgk/nb/list_2.html");
        Assert.Equal(["/zwgk/nb/list_3.html", "/zwgk/nb/list_9.html", "/zwgk/nb/list_4.html"], links.Of(LinkKind.Continuation));
        Assert.Contains("/about/4.html", links.Of(LinkKind.Page));
    }

    [Theory]
    [InlineData("/list?page=3&col=7", 20, "/list?page=4&col=7")]
    [InlineData("/list?col=7&pageNo=1", 20, "/list?col=7&pageNo=2")]
    [InlineData("/list?start=40&size=20", 20, "/list?start=60&size=20")]
    [InlineData("/unit?pageId=a&paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A50%7D", 50, "/unit?pageId=a&paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A50%7D")]
    [InlineData("/list?col=7", 20, null)]
    public void The_next_page_of_a_service_is_counted_on_in_its_own_field(string address, int rows, string? next) =>
        Assert.Equal(next, PageFields.Next(new Uri("http://www.x.gov.cn" + address), rows)?.PathAndQuery);
}
