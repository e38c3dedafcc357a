using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Services;

/// <summary>How JSON answers name their next part, and JSON within JSON.</summary>
public sealed class JsonOnwardTests
{
    [Theory]
    [InlineData("""{"d":{"results":[{"Title":"2023年年报","FileRef":"/nb/1.aspx"}],"__next":"/_api/items?skip=5"}}""", "/_api/items?skip=5")]
    [InlineData("""{"rows":[{"title":"2023年年报","url":"/nb/1.html"}],"_links":{"self":{"href":"/rest/infos?page=0"},"next":{"href":"/rest/infos?page=1"}}}""", "/rest/infos?page=1")]
    public void The_address_that_an_answer_names_for_its_next_part_is_asked_for(string json, string next) => Assert.Equal([next], Sample.LinksOf(json).Of(LinkKind.Continuation));

    [Theory]
    [InlineData("data/nb-1.json", "\"pages\":3", "/data/nb-2.json")]
    [InlineData("data/list_0.json", "\"total\":9", "/data/list_1.json")]
    [InlineData("data/nb-1.json", "\"pages\":1", null)]
    [InlineData("data/4701.json", "\"pages\":3", null)]
    [InlineData("data/nb-1.json", "\"code\":0", null)]
    public void A_file_that_says_that_there_are_more_is_counted_by_its_name(string file, string said, string? next) =>
        Assert.Equal(next is null ? [] : [next], Sample.LinksOf($"{{{said},\"rows\":[{{\"title\":\"2023年年报\",\"url\":\"/nb/1.html\"}}]}}", "http://www.x.gov.cn/" + file).Of(LinkKind.Continuation));

    [Fact]
    public void A_button_that_carries_the_address_of_the_next_part_leads_there() =>
        Assert.Equal(["/zwgk/more?c=Mg"], Sample.LinksOf("<a href='/nb/1.html'>2023年年报</a><button class='more' data-next='/zwgk/more?c=Mg'>更多</button>").Of(LinkKind.Continuation));

    [Fact]
    public void An_answer_without_rows_goes_nowhere() => Assert.Empty(Sample.LinksOf("""{"rows":[],"next":"/rest/infos?page=1"}"""));

    [Theory]
    [InlineData("""{"d":"[{\"title\":\"青溪县2023年年报\",\"url\":\"/nb/1.html\"}]"}""")]
    [InlineData("""{"code":0,"data":"W3sidGl0bGUiOiIyMDIzIG5iYmciLCJ1cmwiOiIvbmIvMS5odG1sIn1d"}""")]
    public void Json_that_an_answer_holds_as_text_is_read(string json) => Assert.Equal(["/nb/1.html"], Sample.LinksOf(json).Of(LinkKind.Page));

    [Fact]
    public void What_counts_in_the_json_of_a_forms_field_is_counted_on() =>
        Assert.Equal("params=%7B%22categoryNum%22%3A%22003%22%2C%22pageIndex%22%3A1%2C%22pageSize%22%3A5%7D",
            ListCounter.Next(new("http://www.x.gov.cn/rest"), "params=" + Uri.EscapeDataString("""{"categoryNum":"003","pageIndex":0,"pageSize":5}"""), 5)?.Form);

    [Fact]
    public void What_counts_in_an_object_of_the_body_is_counted_on() =>
        Assert.Equal("""{"channel":"nb","page":{"index":2,"size":5}}""", ListCounter.Next(new("http://www.x.gov.cn/rest"), """{"channel":"nb","page":{"index":1,"size":5}}""", 5)?.Form);

    [Fact]
    public void Rows_whose_fields_have_no_names_are_told_by_their_places()
    {
        var page = Assert.Single(Sample.LinksOf("""<html><script>$.getJSON("/svc?page=1", function (o) { var h = ""; for (var i = 0; i < o.length; i++) { var r = o[i]; h += "<li><a href='art_" + r[0] + ".htm'>" + r[1] + "</a></li>"; } });</script></html>"""));
        var answer = AnswerBody.Read("""{"total":2,"rows":[[4701,"岑陵县2023年年报","2024-01-20"],[4702,"岑陵县2022年年报","2023-01-20"]]}"""u8.ToArray(), "application/json");
        Assert.Equal(["art_4701.htm", "art_4702.htm"], LinkDiscovery.Find(answer, null, page.Url, new ListRequest(page.Url, null, page.Rows)).Where(link => link.Kind == LinkKind.Page).Select(link => link.Url.Segments[^1]));
    }

    [Fact]
    public void Rows_of_xml_that_name_no_address_are_filled_in_as_the_script_does()
    {
        var page = Assert.Single(Sample.LinksOf("""<html><script>var x = new XMLHttpRequest(); x.open("GET", "data/nb.xml", true); x.onload = function () { var n = x.responseXML.getElementsByTagName("item"), h = ""; for (var i = 0; i < n.length; i++) { h += '<a href="show_' + n[i].getAttribute("id") + '.htm">' + n[i].getElementsByTagName("t")[0].textContent + "</a>"; } };</script></html>"""));
        var answer = AnswerBody.Read(System.Text.Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><items><item id=\"4701\"><t>岑陵县2023年年报</t></item><item id=\"4702\"><t>岑陵县2022年年报</t></item></items>"), "text/xml");
        Assert.Equal([("show_4701.htm", "岑陵县2023年年报"), ("show_4702.htm", "岑陵县2022年年报")], LinkDiscovery.Find(answer, null, page.Url, new ListRequest(page.Url, null, page.Rows)).Select(link => (link.Url.Segments[^1], link.Text)));
    }

    [Fact]
    public void A_tree_that_waits_as_json_in_an_attribute_is_read() =>
        Assert.Equal([("/gkml/c/0703", "政府信息公开年报")], Sample.LinksOf("""<ul data-nodes="[{&quot;name&quot;:&quot;青溪县&quot;,&quot;children&quot;:[{&quot;name&quot;:&quot;政府信息公开年报&quot;,&quot;url&quot;:&quot;/gkml/c/0703&quot;}]}]"></ul>""").Select(link => (link.Url.AbsolutePath, link.Text)));
}
