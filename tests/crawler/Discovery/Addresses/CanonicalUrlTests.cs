using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Tests.Discovery.Addresses;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("http://www.x.gov.cn/a/t1.html?utm_source=home&utm_medium=banner")]
    [InlineData("http://www.x.gov.cn/a/t1.html#content")]
    [InlineData("HTTP://WWW.X.GOV.CN:80/a/t1.html")]
    [InlineData("https://www.x.gov.cn/a/t1.html")]
    [InlineData("http://www.x.gov.cn/a/t1.html?spm=a1z.7&from=singlemessage")]
    [InlineData("http://www.x.gov.cn/a/t1.html;jsessionid=0A1B2C3D4E5F60718293A4B5C6D7E8F9")]
    [InlineData("http://www.x.gov.cn/a/t1.html/")]
    [InlineData("http://www.x.gov.cn/./b/../a//t1.html")]
    [InlineData("http://www.x.gov.cn/%61/t1.html?_=1700000000000")]
    public void Spellings_of_one_document_share_a_key(string spelling) =>
        Assert.Equal(CanonicalUrl.KeyOf(new Uri("http://www.x.gov.cn/a/t1.html")), CanonicalUrl.KeyOf(new Uri(spelling)));

    [Theory]
    [InlineData("/a/", "/a/index.html")]
    [InlineData("/", "/index.htm")]
    [InlineData("/a", "/a/")]
    [InlineData("/list.do?b=2&a=1", "/list.do?a=1&b=2")]
    [InlineData("/f/%e5%b9%b4.pdf", "/f/%E5%B9%B4.pdf")]
    public void Default_documents_field_order_and_escapes_make_no_difference(string one, string other) =>
        Assert.Equal(CanonicalUrl.KeyOf(new Uri("http://www.x.gov.cn" + one)), CanonicalUrl.KeyOf(new Uri("http://www.x.gov.cn" + other)));

    [Theory]
    [InlineData("/a/index.html", "/a/index_1.html")]
    [InlineData("/show.asp?id=1", "/show.asp?id=2")]
    [InlineData("/list?t=3", "/list?t=4")]
    [InlineData("/list?from=2020", "/list?from=2021")]
    [InlineData("/gkmlpt/index#2811", "/gkmlpt/index#2812")]
    [InlineData("/app#/list", "/app#/home")]
    [InlineData("/x?sid=755043", "/x?sid=755044")]
    public void Different_documents_keep_different_keys(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.KeyOf(new Uri("http://www.x.gov.cn" + one)), CanonicalUrl.KeyOf(new Uri("http://www.x.gov.cn" + other)));

    [Theory]
    [InlineData("http://www.x.gov.cn/a/index.html?b=2&a=1&utm_source=x#top", "http://www.x.gov.cn/a/index.html?b=2&a=1")]
    [InlineData("http://www.x.gov.cn/p/list.do;jsessionid=99AA?id=3", "http://www.x.gov.cn/p/list.do?id=3")]
    [InlineData("http://www.x.gov.cn:8080/a", "http://www.x.gov.cn:8080/a")]
    public void What_is_requested_stays_close_to_what_the_page_says(string link, string requested) =>
        Assert.Equal(requested, CanonicalUrl.Of(new Uri(link)).AbsoluteUri);

    [Fact]
    public void Making_canonical_twice_changes_nothing()
    {
        foreach (var link in (string[])["http://www.x.gov.cn/a;jsessionid=1?b=2&a=1#x", "http://www.x.gov.cn/%7Ea/%E5?x=%20y", "http://[2001:db8::1]:8080/a/"])
            Assert.Equal(CanonicalUrl.Of(new Uri(link)), CanonicalUrl.Of(CanonicalUrl.Of(new Uri(link))));
    }

    [Theory]
    [InlineData("/rili/?d=2023-01", "/rili/?d=2199-12-05")]
    [InlineData("/nbcx/?page=1", "/nbcx/?page=4711")]
    [InlineData("/zt/a/a/", "/zt/a/a/a/a/a/a/a/")]
    [InlineData("/art/2021/1/25/art_12_3937.html", "/art/2019/12/1/art_9_1.html")]
    [InlineData("/x/9f8e7d6c5b4a/p.html", "/x/00112233aabb44/p.html")]
    public void Endless_addresses_have_one_shape(string one, string other) =>
        Assert.Equal(UrlShape.Of(new Uri("http://www.x.gov.cn" + one)).Shape, UrlShape.Of(new Uri("http://www.x.gov.cn" + other)).Shape);

    [Fact]
    public void Columns_have_shapes_of_their_own() =>
        Assert.NotEqual(UrlShape.Of(new Uri("http://www.x.gov.cn/zwgk/gknb/")).Shape, UrlShape.Of(new Uri("http://www.x.gov.cn/zwgk/tzgg/")).Shape);
}
