using System.Text;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>Rows of an answer's markup that call a function of the page which asked for it.</summary>
public sealed class CallTemplateTests
{
    private const string Title = "岑陵县2023年政府信息公开工作年度报告";

    [Fact]
    public void A_card_in_json_leads_where_the_pages_function_goes()
    {
        var request = Request("""<script>function toDetail(id, kind) { window.location.href = "/m/" + kind + "/" + id + ".html"; } $.getJSON("/m/cards?page=1", show);</script>""");
        var card = $"{{\"cards\":[{{\"html\":\"<div onclick=\\\"toDetail('4701','nb')\\\"><h3>{Title}</h3></div>\"}}]}}";
        Assert.Equal([("/m/nb/4701.html", Title)], Answered(request, card, "application/json").Where(link => link.Kind == LinkKind.Page).Select(link => (link.Url.AbsolutePath, link.Text)));
    }

    [Fact]
    public void A_body_in_a_fragment_is_asked_for_as_the_pages_function_asks_and_anything_else_is_not()
    {
        var request = Request("""<script>function bm(i) { $.get("/nb.jsp", { bmid: i, lm: "nb" }, show, "html"); } $.get("/bm.jsp", { zm: "C" }, show, "html");</script>""");
        var asked = Answered(request, "<li><a href='javascript:bm(900)'>教育局</a></li><li><a href='javascript:bm(901)'>点赞</a></li><li><a href='javascript:other(902)'>水利局</a></li>", "text/html").Where(link => link.Rule == "call-template");
        Assert.Equal([("/nb.jsp?bmid=900&lm=nb", "教育局")], asked.Select(link => (link.Url.PathAndQuery, link.Text)));
    }

    [Fact]
    public void A_function_that_the_page_calls_itself_is_no_template() =>
        Assert.Null(Request("""<a onclick="vote(7)">点赞</a><script>function vote(id) { $.post("/vote", { id: id }, show); } $.getJSON("/list?page=1", show);</script>""").Rows);

    private static FoundLink Request(string page) => Assert.Single(Sample.LinksOf($"<html>{page}</html>"), link => link.Kind == LinkKind.Continuation && !link.Url.AbsolutePath.StartsWith("/vote", StringComparison.Ordinal));

    private static IReadOnlyList<FoundLink> Answered(FoundLink request, string answer, string type)
    {
        var body = AnswerBody.Read(Encoding.UTF8.GetBytes(answer), type);
        return LinkDiscovery.Find(body, body.Shape == AnswerShape.Html ? PageView.Parse(request.Url, body.Text) : null, request.Url, new ListRequest(request.Url, request.Form, request.Rows));
    }
}
