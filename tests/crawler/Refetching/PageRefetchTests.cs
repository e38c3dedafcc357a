using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Refetching;
using Pipeline.Crawler.Tests.Crawling;

namespace Pipeline.Crawler.Tests.Refetching;

/// <summary>A fetch on request reads an answer as a crawl does.</summary>
public sealed class PageRefetchTests : IDisposable
{
    private const string Address = "http://www.x.gov.cn/gknb/2023.html";

    private readonly CrawlBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_host_that_the_sources_list_stays_listed()
    {
        _bench.Source = _bench.Source with { Official = true };
        _bench.Site.Page("/", $"<a href='/gknb/2023.html'>2023年政府信息公开工作年度报告</a>");
        _bench.Site.Page("/gknb/2023.html", Report);
        await _bench.Crawl();

        Assert.True((await _bench.Refetch(Address)).ListedHost);
    }

    [Fact]
    public async Task A_document_that_a_form_gives_is_asked_for_by_its_form()
    {
        _bench.Site.Page("/", "<title>政府信息公开年报</title><form id='df' method='post' action='/show.do'><input type='hidden' name='id' id='fid'></form>"
            + "<a onclick=\"show('F1')\" href='javascript:void(0)'>2023年政府信息公开工作年度报告</a><script>function show(id){$('#fid').val(id);$('#df').submit();}</script>");
        _bench.Site.Posted("/show.do", "id=F1", Report);
        await _bench.Crawl();
        var name = Assert.Single(Fetched());

        await _bench.Refetch(name);

        Assert.Equal("http://www.x.gov.cn/show.do#id=F1", name);
        Assert.Equal([name, name], Fetched());

        IEnumerable<string> Fetched() => _bench.Ledger.Where(fetch => fetch.Outcome == FetchOutcome.Fetched).Select(fetch => fetch.Url);
    }

    [Fact]
    public async Task A_stub_leads_to_its_page()
    {
        _bench.Site.Page("/gknb/2023.html", "<script>window.location.href='/gknb/new.html';</script>");
        _bench.Site.Page("/gknb/new.html", Report);

        var document = await _bench.Refetch(Address);

        Assert.Equal(("/gknb/new.html", Address), (document.Facts.FinalUrl.AbsolutePath, document.Facts.RequestedUrl.AbsoluteUri));
    }

    [Fact]
    public async Task A_redirect_to_a_host_of_no_source_is_not_followed()
    {
        _bench.Site.Redirect("/gknb/2023.html", "http://www.elsewhere.com/ad.html");

        var failure = await Assert.ThrowsAsync<RefetchFailedException>(() => _bench.Refetch(Address));

        Assert.Equal((FetchOutcome.RefusedByPolicy, 1), (failure.Outcome, _bench.Site.Requests.Count));
        Assert.Contains("no host of a source", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_passes_is_asked_again()
    {
        _bench.Site.FailOnce("/gknb/2023.html", 503, Report);

        await _bench.Refetch(Address);

        Assert.Equal(2, _bench.Site.Requests.Count);
        Assert.Equal(FetchOutcome.Fetched, Assert.Single(_bench.Ledger).Outcome);
    }

    [Fact]
    public async Task A_dry_run_follows_redirects_and_stubs_as_the_crawl_does()
    {
        _bench.Site.Redirect("/gknb/2023.html", "/gknb/stub.html");
        _bench.Site.Page("/gknb/stub.html", "<script>window.location.href='/gknb/new.html';</script>");
        _bench.Site.Page("/gknb/new.html", Report);

        var run = await _bench.TryOut(Address);

        Assert.Equal(("/gknb/new.html", 200, true), (run.Url.AbsolutePath, run.Status, run.IsDocument));
    }

    private static string Report { get; } =
        $"<h1>2023年政府信息公开工作年度报告</h1><p>总体情况。主动公开政府信息。收到和处理政府信息公开申请。存在的主要问题及改进情况。{new string('字', 400)}</p>";
}
