using System.Text;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>Ways in which scripts and forms lead on that no system's name announces.</summary>
public sealed class ListStructureTests
{
    private const string Title = "岑陵县2023年政府信息公开工作年度报告";

    [Fact]
    public void A_list_that_counts_nothing_goes_on_with_the_token_of_its_answer()
    {
        var answer = $$"""{"items": [{"title": "{{Title}}", "url": "/a.html"}], "nextCursor": "b2Zm:5"}""";
        Assert.Equal(["/api/list?limit=5&cursor=b2Zm%3A5"], Answered(answer, "http://www.x.gov.cn/api/list?limit=5&cursor").Select(link => link.Url.PathAndQuery));
        Assert.Equal(["""{"cursor":"b2Zm:5","limit":5}"""], Answered(answer, "http://www.x.gov.cn/api/list", """{"cursor":null,"limit":5}""").Select(link => link.Form));
        Assert.Equal("cursor", Assert.Single(Answered(answer, "http://www.x.gov.cn/api/list?limit=5&cursor")).Counter);
        Assert.Empty(Answered(answer, "http://www.x.gov.cn/api/list?limit=5&cursor=b2Zm%3A5"));
        Assert.Empty(Answered(answer.Replace("\"b2Zm:5\"", "null", StringComparison.Ordinal), "http://www.x.gov.cn/api/list?limit=5&cursor"));
    }

    [Theory]
    [InlineData("const cid = 37; let page = 1; function load() { fetch(`/api/list/${cid}/${page}/5`).then(show); } load();", "/api/list/37/1/5", "/api/list/37/2/5")]
    [InlineData("var idx = 1; function show(i) { $.getJSON('data/nb_' + i + '.json', draw); } show(idx);", "/zwgk/nb/data/nb_1.json", "/zwgk/nb/data/nb_2.json")]
    public void A_number_that_counts_in_the_path_is_counted_on(string script, string asked, string next)
    {
        var request = Assert.Single(Sample.LinksOf($"<html><script>{script}</script></html>"), link => link.Kind == LinkKind.Continuation);
        Assert.Equal(asked, request.Url.AbsolutePath);
        Assert.Equal(next, ListCounter.Next(request.Url, request.Form, rows: 5, request.Counter)?.Url.AbsolutePath);
        Assert.Equal(1, ListCounter.Page(request.Url, request.Form, request.Counter));
    }

    [Fact]
    public void A_number_in_the_path_that_no_script_counts_is_left_as_it_is()
    {
        var request = Assert.Single(Sample.LinksOf("<html><script>var siteId = 1; $.getJSON('/api/' + siteId + '/list', show);</script></html>"));
        Assert.Null(request.Counter);
    }

    [Theory]
    [InlineData("""<select onchange="jump(this)"><option value="2023">2023年</option><option value="2022">2022年</option></select><script>function jump(s) { var y = s.options[s.selectedIndex].value; location.href = 'list.jsp?y=' + y; }</script>""")]
    [InlineData("""<select id="year"><option value="2023">2023年</option><option value="2022">2022年</option></select><script>$("#year").change(function () { location.href = 'list.jsp?y=' + $(this).val(); });</script>""")]
    [InlineData("""<select id="year"><option value="2023">2023年</option><option value="2022">2022年</option></select><button onclick="ask()">查询</button><script>function ask() { location.href = 'list.jsp?y=' + $("#year").val(); }</script>""")]
    [InlineData("""<form action="list.jsp"><select name="y"><option value="2023">2023年度</option><option value="2022">2022年度</option></select><input type="submit" value="查询"></form>""")]
    public void Every_year_of_a_choice_is_asked_for(string page) =>
        Assert.Equal(["/zwgk/nb/list.jsp?y=2023", "/zwgk/nb/list.jsp?y=2022"], Sample.LinksOf($"<html>{page}</html>").Of(LinkKind.Page));

    [Fact]
    public void A_form_that_posts_is_not_sent_for_its_choices() =>
        Assert.Empty(Sample.LinksOf("""<html><form action="list.jsp" method="post"><select name="y"><option>2023年</option><option>2022年</option></select></form></html>"""));

    [Fact]
    public void A_body_or_a_year_whose_handler_asks_a_service_is_a_list_of_its_own()
    {
        var links = Sample.LinksOf("""
            <html><a href="javascript:;" onclick="dept('7')">河湖镇人民政府</a><a onclick="dept('8')" href="#">教育局</a><a onclick="like('9')" href="#">点赞</a>
            <script>function dept(id) { $.post("/nb/rows", {deptId: id}, function (r) { $("#c").html('<a href="/nb/' + r.id + '.html">'); }, "json"); } function like(id) { $.post("/like", {id: id}, done); }</script></html>
            """).Where(link => link.Rule == "handler-request").ToList();
        Assert.Equal(["deptId=7", "deptId=8"], links.Select(link => link.Form));
        Assert.All(links, link => Assert.Equal("http://www.x.gov.cn/nb/{id}.html", RowTemplate.Shown(link.Rows!)));
    }

    [Fact]
    public void Rows_that_one_handler_opens_by_the_data_that_they_carry_lead_to_their_pages() =>
        Assert.Equal(["/v.html?aid=41&c=nb", "/v.html?aid=42&c=nb"], Sample.LinksOf($$"""
            <html><div class="i" data-id="41" data-cat="nb">{{Title}}</div><div class="i" data-id="42" data-cat="nb">{{Title}}</div>
            <script>$(document).on('click', '.i', function () { var id = $(this).data('id'), cat = $(this).data('cat'); window.open('/v.html?aid=' + id + '&c=' + cat); });</script></html>
            """).Of(LinkKind.Page));

    [Fact]
    public void The_node_of_a_tree_that_names_reports_leads_where_its_click_does() =>
        Assert.Equal(["/zwgk/nb/list.jsp?node=12"], Sample.LinksOf("""
            <html><script>var nodes = [{id: 11, name: "政府信息公开指南"}, {id: 12, name: "政府信息公开年报"}];
            var setting = {callback: {onClick: function (e, t, node) { document.getElementById("main").src = "list.jsp?node=" + node.id; }}};</script></html>
            """).Of(LinkKind.Page));

    [Theory]
    [InlineData("共3页 <input id='to'><button onclick='go()'>GO</button><script>function go() { var n = $('#to').val(); location.href = 'p' + n + '.html'; }</script>", "/zwgk/nb/p2.html")]
    [InlineData("<div id='pager'></div><script>laypage.render({elem: 'pager', count: 12, limit: 5, jump: function (obj, first) { if (!first) location.href = '/zwgk/nb/?curr_page=' + obj.curr; }});</script>", "/zwgk/nb/?curr_page=2")]
    public void A_pager_that_goes_to_an_address_made_of_a_number_is_turned(string page, string next) =>
        Assert.Equal([next], Sample.LinksOf($"<html>{page}</html>").Of(LinkKind.Continuation));

    [Fact]
    public void A_pager_is_not_turned_beyond_the_pages_that_its_rows_make() =>
        Assert.Empty(Sample.LinksOf("<html><script>laypage.render({count: 12, limit: 5, jump: function (obj) { location.href = '/list/p' + obj.page + '.html'; }});</script></html>", "http://www.x.gov.cn/list/p3.html").Of(LinkKind.Continuation));

    [Fact]
    public void Rows_that_wait_in_the_page_as_data_are_found() =>
        Assert.Equal(["/a.html", "/b.html"], Sample.LinksOf($"""
            <html><xml id="d" style="display:none"><rows><row><bt>{Title}</bt><lj>/a.html</lj></row></rows></xml><textarea style="display:none"><li><a href='/b.html'>{Title}</a></li></textarea><script>show()</script></html>
            """).Of(LinkKind.Page));

    private static IEnumerable<FoundLink> Answered(string json, string url, string? form = null)
    {
        var address = new Uri(url);
        return LinkDiscovery.Find(AnswerBody.Read(Encoding.UTF8.GetBytes(json), "application/json"), null, address, new ListRequest(address, form, null)).Where(link => link.Kind == LinkKind.Continuation);
    }
}
