using System.Text;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>Requests whose parts a script keeps in places of their own: choices, cookies, counters, ids of rows.</summary>
public sealed class ScriptedListTests
{
    [Fact]
    public void Two_choices_that_one_button_reads_are_asked_for_together() =>
        Assert.Equal(["nd=2023&lb=x", "nd=2023&lb=z", "nd=2022&lb=x", "nd=2022&lb=z"], Sample.LinksOf("""
            <select id="nd"><option value="2023">2023年</option><option value="2022">2022年</option></select><select id="lb"><option value="x">县政府部门</option><option value="z">乡镇街道</option></select>
            <input type="button" value="查询" onclick="cx()"><script>function cx() { $.post("/xxgk/cx.jsp", { nd: $("#nd").val(), lb: $("#lb").val() }, show, "html"); }</script>
            """).Where(link => link.Rule == "select-request").Select(link => link.Form));

    [Fact]
    public void A_cookie_that_a_script_sets_goes_with_what_it_asks_for() =>
        Assert.Equal("Cookie: areaCode=620723", Assert.Single(Sample.LinksOf("<script>document.cookie = 'areaCode=620723; path=/'; $.getJSON('/ajax/list?n=1', show);</script>")).Headers);

    [Fact]
    public void A_counter_that_is_raised_before_it_is_asked_with_begins_one_later() =>
        Assert.Equal(["/posts?page=1"], Sample.LinksOf("<script>var page = 0; function more() { page++; fetch('/posts?page=' + page).then(show); } more();</script>").Of(LinkKind.Continuation));

    [Fact]
    public void Buttons_that_carry_a_page_number_lead_there() =>
        Assert.Equal(["/zwgk/nb/?page=2", "/zwgk/nb/?page=3"], Sample.LinksOf("<button data-page='2'>2</button><button data-page='3'>3</button>"
            + "<script>root.addEventListener('click', function (e) { var p = e.target.getAttribute('data-page'); if (p) location.search = '?page=' + p; });</script>").Of(LinkKind.Continuation));

    [Fact]
    public void A_list_that_asks_for_the_rows_after_the_last_goes_on_with_its_id()
    {
        var asked = new ListRequest(new("http://www.x.gov.cn/api/timeline?channel=nb&afterId=0"), null, null);
        var answer = AnswerBody.Read(Encoding.UTF8.GetBytes("""{"list":[{"id":4700,"title":"2023年年报","url":"/m/4700.html"},{"id":4701,"title":"2022年年报","url":"/m/4701.html"}]}"""), "application/json");
        Assert.Equal(["/api/timeline?channel=nb&afterId=4701"], LinkDiscovery.Find(answer, null, asked.Url, asked).Of(LinkKind.Continuation));
    }
}
