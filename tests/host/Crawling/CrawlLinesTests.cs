using Pipeline.Host.Crawling;
using Pipeline.Store.Failures;

namespace Pipeline.Host.Tests.Crawling;

public sealed class CrawlLinesTests
{
    [Fact]
    public void A_site_that_is_down_is_one_line_and_a_document_of_its_own_trouble_another()
    {
        var failures = Enumerable.Range(1, 5).Select(i => Failed($"http://www.a.gov.cn/{i}.html", "Connection refused")).Append(Failed("http://www.b.gov.cn/1.pdf", "encrypted"));

        Assert.Equal(["failed: 5 documents of http://www.a.gov.cn: Connection refused", "failed: http://www.b.gov.cn/1.pdf: encrypted"], CrawlLines.Of(failures));
    }

    private static Failure Failed(string url, string detail) => new() { Url = url, Source = "s", Stage = "fetch", Reason = "failed", Detail = detail, At = default, FetchId = Guid.Empty };
}
