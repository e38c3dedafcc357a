using System.Text;
using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests.Discovery.Links;

/// <summary>Forms that a script of the page fills in and sends.</summary>
public sealed class SubmittedFormTests
{
    private const string Jump = "<script>function jumpPage(n){document.getElementById('pageNo').value=n;document.getElementById('pager').submit();}</script>";

    [Fact]
    public void The_next_page_is_sent_for_with_the_fields_and_the_token_of_its_form() =>
        Assert.Equal(["column.id=88&token=QK71ZT&page.pageNo=2"], Posts("<form id='pager' method='post' action='/info!list.action'><input type='hidden' name='column.id' value='88'>"
            + "<input type='hidden' name='token' value='QK71ZT'><input type='hidden' id='pageNo' name='page.pageNo' value='1'></form>"
            + "<a href='javascript:jumpPage(2)'>下一页</a><a href='javascript:jumpPage(3)'>3</a><a href='javascript:jumpPage(9)'>尾页</a>" + Jump));

    [Fact]
    public void Fields_that_a_framework_adds_to_a_form_are_sent_with_it() =>
        Assert.Equal(["f=f&state=-881&f%3Anext=f%3Anext"], Posts("<form id='f' method='post' action='/list.xhtml'><input type='hidden' name='f' value='f'><input type='hidden' name='state' value='-881'></form>"
            + "<a href='#' onclick=\"mojarra.jsfcljs(document.getElementById('f'),{'f:next':'f:next'},'');return false\">下一页</a>"));

    [Fact]
    public void Rows_that_post_their_number_are_links_to_reports()
    {
        var links = Sample.LinksOf("<form id='df' method='post' action='/download'><input type='hidden' name='fileid' id='fid'></form>"
            + "<a onclick=\"down('F1')\" href='javascript:void(0)'>青溪县2023年政府信息公开工作年度报告</a><a onclick=\"down('F2')\" href='javascript:void(0)'>意见征集</a>"
            + "<script>function down(id){$('#fid').val(id);$('#df').submit();}</script>");
        var row = Assert.Single(links, link => link.Form is not null);
        Assert.Equal(("fileid=F1", LinkKind.Page, "青溪县2023年政府信息公开工作年度报告"), (row.Form, row.Kind, row.Text));
    }

    [Fact]
    public void A_form_of_hidden_fields_that_sends_itself_is_sent_in_the_encoding_of_its_page()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var links = Sample.Links(Encoding.GetEncoding("gbk").GetBytes("<html><head><meta charset='gbk'><title>年报</title></head><body><form name='s' method='post' action='/result.asp'>"
            + "<input type='hidden' name='keyword' value='年报'></form><script>document.s.submit();</script></body></html>"));
        Assert.Equal("keyword=%C4%EA%B1%A8", Assert.Single(links).Form);
    }

    [Theory]
    [InlineData("<form name='s' method='post' action='/a'><input name='keyword'></form><script>document.s.submit();</script>")]
    [InlineData("<form name='s' method='post' action='/sso'><input type='hidden' name='token' value='8f3a'></form><script>document.s.submit();</script>")]
    [InlineData("<form name='s' method='post' action='/a'><input type='password' name='p'></form><a href='javascript:document.s.submit()'>下一页</a>")]
    [InlineData("<form name='s' method='post' action='/a'><input type='hidden' name='x' value='1'></form><a href='javascript:document.s.submit()'>提交</a>")]
    public void What_a_visitor_would_say_is_never_sent(string html) => Assert.Empty(Posts(html));

    private static IEnumerable<string?> Posts(string html) => Sample.LinksOf(html).Where(link => link.Form is not null).Select(link => link.Form);
}
