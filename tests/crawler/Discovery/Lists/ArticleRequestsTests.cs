using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>One shell that a browser has shown teaches the requests of the others.</summary>
public sealed class ArticleRequestsTests
{
    [Theory]
    [InlineData("/article/4701", "/gateway/article/4701", null, "/article/4702", "/gateway/article/4702", null)]
    [InlineData("/show.aspx?aid=4701&v=1", "/Service.aspx/Get", "{\"aid\":\"4701\"}", "/show.aspx?aid=4702&v=1", "/Service.aspx/Get", "{\"aid\":\"4702\"}")]
    [InlineData("/wap/index.html#/detail/4701", "/api/article/4701.json", null, "/wap/index.html#/detail/4702", "/api/article/4702.json", null)]
    [InlineData("/detail/nb-2021.html", "/api/info?key=nb-2021", null, "/detail/nb-2022.html", "/api/info?key=nb-2022", null)]
    public void A_shell_of_the_same_shape_asks_for_its_own(string shell, string asked, string? form, string other, string address, string? body)
    {
        var articles = new ArticleRequests();
        articles.Learn(Url(shell), new FoundLink(Url(asked), "2021", LinkKind.Page, "browser-held") { Form = form, Headers = "X: 1" });

        var found = articles.Of(Url(other));

        Assert.NotNull(found);
        Assert.Equal((Url(address), body, "X: 1", LinkKind.Continuation), (found.Url, found.Form, found.Headers, found.Kind));
    }

    [Theory]
    [InlineData("/article/4701", "/gateway/latest")]
    [InlineData("/article/4701", "/gateway/14701/a")]
    [InlineData("/article/1", "/gateway/v1/a")]
    public void What_does_not_carry_the_name_of_the_article_teaches_nothing(string shell, string asked)
    {
        var articles = new ArticleRequests();
        articles.Learn(Url(shell), new FoundLink(Url(asked), "2021", LinkKind.Page, "browser-held"));

        Assert.Null(articles.Of(Url("/article/4702")));
    }

    [Fact]
    public void Shells_of_another_shape_are_left_alone()
    {
        var articles = new ArticleRequests();
        articles.Learn(Url("/article/4701"), new FoundLink(Url("/gateway/article/4701"), "2021", LinkKind.Page, "browser-held"));

        Assert.Null(articles.Of(Url("/zwgk/4702.html")));
        Assert.Null(articles.Of(Url("/article/4702#/list/3")));
    }

    private static Uri Url(string path) => new("http://www.x.gov.cn" + path);
}
