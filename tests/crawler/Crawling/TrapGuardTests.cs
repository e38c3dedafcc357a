using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Tests.Crawling;

public sealed class TrapGuardTests
{
    // Columns of bodies that hold nothing themselves: more than the guard bears of one shape.
    private const int Bodies = 40;

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "addresses like it brought nothing")]
    public void A_document_speaks_for_the_page_whose_script_asked_for_its_list(bool hasReports, string? refusal)
    {
        var guard = new TrapGuard([]);
        for (var body = 0; body < Bodies; body++)
        {
            var page = Known($"/public/column/{1000 + body}", "/public/", LinkKind.Page);
            var list = Known($"/site/label/8888?organId={1000 + body}", page.Url.PathAndQuery, LinkKind.Continuation);
            guard.Note(page, PageYield.Nothing);
            guard.Note(list, PageYield.ReportLinks);
            if (hasReports)
                guard.Note(Known($"/public/{1000 + body}/2023.html", list.Url.PathAndQuery, LinkKind.Page), PageYield.Document);
        }

        Assert.Equal(refusal, guard.Refusal(Known("/public/column/2000", "/public/", LinkKind.Page), SourceReader.Seed(new Uri("http://www.x.gov.cn/"))));
    }

    private static KnownUrl Known(string path, string from, LinkKind kind) =>
        KnownUrl.Seed(new Uri("http://www.x.gov.cn" + path), "x") with { Flags = 0, Kind = kind, Referrer = new Uri("http://www.x.gov.cn" + from) };
}
