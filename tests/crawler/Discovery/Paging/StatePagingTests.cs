using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests.Discovery.Paging;

public sealed class StatePagingTests
{
    private const string Page = "<html><script>window.__STATE__ = {\"rows\": [], \"pagination\": {\"current\": 1, \"pageSize\": 5, \"total\": 12}};</script>"
        + "<script>!function () { root.addEventListener('click', function (e) { var p = e.target.value; if (p) location.search = '?page=' + p; }); }();</script></html>";

    [Theory]
    [InlineData("http://www.x.gov.cn/nb", "/nb?page=2")]
    [InlineData("http://www.x.gov.cn/nb?page=2", "/nb?page=3")]
    public void A_pager_that_a_script_draws_from_the_state_of_its_page_is_turned(string page, string next) => Assert.Equal([next], Sample.LinksOf(Page, page).Of(LinkKind.Continuation));

    [Fact]
    public void It_ends_with_the_rows_that_the_state_counts() => Assert.Empty(Sample.LinksOf(Page, "http://www.x.gov.cn/nb?page=3").Of(LinkKind.Continuation));
}
