using System.Text;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>Trees whose nodes a service names one level at a time.</summary>
public sealed class NodeRequestTests
{
    private const string Page = """
        <script>var setting = { async: { enable: true, url: "/gkml/tree.do" }, callback: { onClick: function (e, t, node) { showList(node.id, 1); } } };
        function showList(id, p) { $.post("/gkml/list.do", { catalogId: id, page: p }, show, "html"); }
        function expand(el, id) { $.post(setting.async.url, { id: id }, function (ns) { ns.forEach(function (n) { expand(n, n.id); }); }, "json"); } expand(document.body, "");</script>
        """;

    private const string Nodes = """[{"id":"01","name":"青溪县教育局","isParent":true},{"id":"02","name":"走进青溪","isParent":true},{"id":"0109","name":"政府信息公开年报","isParent":false},{"id":"0110","name":"财政资金","isParent":false}]""";

    [Fact]
    public void A_node_with_children_is_asked_for_where_it_was_named_and_a_leaf_of_reports_where_its_click_asks()
    {
        var tree = Assert.Single(Sample.LinksOf(Page), link => link.Url.AbsolutePath == "/gkml/tree.do" && link.Form == "id=");
        var found = LinkDiscovery.Find(AnswerBody.Read(Encoding.UTF8.GetBytes(Nodes), "application/json"), null, tree.Url, new ListRequest(tree.Url, tree.Form, tree.Rows));
        Assert.Equal([("/gkml/tree.do", "id=01", "青溪县教育局"), ("/gkml/list.do", "catalogId=0109&page=1", "政府信息公开年报")], found.Select(link => (link.Url.AbsolutePath, link.Form, link.Text)));
        Assert.All(found, link => Assert.Equal(tree.Rows, link.Rows));
    }
}
