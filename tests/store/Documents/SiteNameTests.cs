using Pipeline.Store.Documents;

namespace Pipeline.Store.Tests.Documents;

public sealed class SiteNameTests
{
    [Theory]
    [InlineData("http://www.suzhou.gov.cn/a/b.html", "suzhou.gov.cn")]
    [InlineData("https://xxgk.suzhou.gov.cn:8443/", "suzhou.gov.cn")]
    [InlineData("http://WWW.SUZHOU.GOV.CN/", "suzhou.gov.cn")]
    [InlineData("http://www.gov.cn/", "www.gov.cn")]
    [InlineData("http://news.example-mirror.com/x", "example-mirror.com")]
    [InlineData("http://www.a.net.cn/x", "a.net.cn")]
    [InlineData("http://122.137.1.2/x", "122.137.1.2")]
    [InlineData("http://122.137.1.2:8080/x", "122.137.1.2:8080")]
    [InlineData("http://[::1]:8080/x", "[::1]:8080")]
    [InlineData("http://www.qinglan.gov.cn.test:8080/x", "qinglan.gov.cn.test")]
    [InlineData("http://localhost:5000/x", "localhost")]
    [InlineData("not an address", "not an address")]
    public void A_site_is_the_name_that_somebody_registered(string url, string site) => Assert.Equal(site, SiteName.Of(url));
}
