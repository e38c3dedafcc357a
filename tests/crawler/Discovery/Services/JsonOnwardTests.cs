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
}
