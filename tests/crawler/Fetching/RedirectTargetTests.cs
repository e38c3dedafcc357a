using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class RedirectTargetTests
{
    [Theory]
    [InlineData("/b", "http://www.x.gov.cn/b")]
    [InlineData("b?c=1", "http://www.x.gov.cn/zwgk/b?c=1")]
    [InlineData(" https://y.gov.cn/ ", "https://y.gov.cn/")]
    [InlineData("//127.0.0.1:8081/x", "http://127.0.0.1:8081/x")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd")]
    // 年报 as raw UTF-8, and as raw GBK.
    [InlineData("/\u00e5\u00b9\u00b4\u00e6\u008a\u00a5.html", "http://www.x.gov.cn/%E5%B9%B4%E6%8A%A5.html")]
    [InlineData("/\u00c4\u00ea\u00b1\u00a8.html", "http://www.x.gov.cn/%C4%EA%B1%A8.html")]
    public void Target_is_made_absolute(string location, string target) => Assert.Equal(target, RedirectTarget.Of(new("http://www.x.gov.cn/zwgk/a.html"), location)!.AbsoluteUri);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("http://[bad/")]
    public void No_address_is_no_target(string? location) => Assert.Null(RedirectTarget.Of(new("http://www.x.gov.cn/"), location));

    [Fact]
    public void Fragment_of_the_request_is_kept()
    {
        Assert.Equal("#2811", RedirectTarget.Of(new("http://x.gov.cn/a#2811"), "/b")!.Fragment);
        Assert.Equal("#9", RedirectTarget.Of(new("http://x.gov.cn/a#2811"), "/b#9")!.Fragment);
    }
}
