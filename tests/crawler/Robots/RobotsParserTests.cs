using System.Text;
using Pipeline.Crawler.Robots;

namespace Pipeline.Crawler.Tests.Robots;

public sealed class RobotsParserTests
{
    [Theory]
    // RFC 9309, 2.2.2 and 2.2.3: the tables of examples.
    [InlineData("/foo/bar?baz=quz", "/foo/bar?baz=quz", true)]
    [InlineData("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar", true)]
    [InlineData("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true)]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz", true)]
    [InlineData("/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true)]
    [InlineData("/path/foo-%24", "/path/foo-$", true)]
    // A slash written as an escape is no slash.
    [InlineData("/a%2fb", "/a%2Fb", true)]
    [InlineData("/a%2Fb", "/a/b", false)]
    [InlineData("/政务", "/%E6%94%BF%E5%8A%A1/nb.html", true)]
    [InlineData("/*?*sort=", "/list.html?a=1&sort=time", true)]
    [InlineData("/*?*sort=", "/list.html", false)]
    [InlineData("/*_print.html$", "/zwgk/t1_print.html", true)]
    [InlineData("/*_print.html$", "/zwgk/t1_print.html?x", false)]
    [InlineData("/a*b*c$", "/abcbc", true)]
    [InlineData("/a*b*c$", "/acb", false)]
    [InlineData("/a*aa$", "/aa", false)]
    [InlineData("/cost$/x", "/cost$/x", true)]
    [InlineData("*/private", "/x/private/y", true)]
    [InlineData("private", "/private", false)]
    [InlineData("/a b", "/a%20b", true)]
    [InlineData("/100%", "/100%25", true)]
    public void Disallowed_path_covers_the_address(string rule, string path, bool covers) =>
        Assert.Equal(!covers, Rules($"User-agent: *\nDisallow: {rule}\n").IsAllowed(path));

    [Fact]
    public void Gbk_paths_compare_as_bytes()
    {
        byte[] file = [.. "User-agent: *\nDisallow: /"u8, 0xc4, 0xea, 0xb1, 0xa8];
        Assert.False(RobotsParser.Parse(file).RulesFor("x").IsAllowed("/%c4%ea%B1%A8.html"));
    }

    [Fact]
    public void Deciding_rule_is_named_with_its_line() =>
        Assert.Equal("Disallow: /search (line 3)", Rules("# ours\nUser-agent: *\nDisallow: /search\n").Deciding("/search?q=1")!.ToString());

    [Fact]
    public void Groups_that_name_us_are_one_and_shadow_the_general_one()
    {
        const string file = "User-agent: *\nDisallow: /\n\nUser-agent: foobot\nDisallow: /a\n\nUser-agent: other\nUser-agent: FooBot/2.0\nDisallow: /b\n";
        Assert.False(Rules(file, "FooBot").IsAllowed("/a"));
        Assert.False(Rules(file, "FooBot").IsAllowed("/b"));
        Assert.True(Rules(file, "FooBot").IsAllowed("/c"));
        Assert.False(Rules(file, "Foo").IsAllowed("/c"));
    }

    [Fact]
    public void Other_records_do_not_end_a_group()
    {
        var rules = Rules("User-agent: a\nSitemap: http://x.gov.cn/s.xml\nCrawl-delay: 3\nUser-agent: b\nDisallow: /x\n", "a");
        Assert.False(rules.IsAllowed("/x"));
        Assert.Equal(TimeSpan.FromSeconds(3), rules.CrawlDelay);
    }

    [Fact]
    public void Crawl_delay_and_a_blank_line_end_a_group_without_rules()
    {
        const string file = "User-agent: *\nCrawl-delay: 1.5\n\nUser-agent: BadBot\nDisallow: /\n";
        Assert.True(Rules(file).IsAllowed("/zwgk/"));
        Assert.Equal(TimeSpan.FromSeconds(1.5), Rules(file).CrawlDelay);
        Assert.False(Rules(file, "BadBot").IsAllowed("/zwgk/"));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-3")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    public void Crawl_delay_that_is_no_number_is_passed_over(string value) => Assert.Null(Rules($"User-agent: *\nCrawl-delay: {value}\n").CrawlDelay);

    [Fact]
    public void Rules_within_the_first_500_kib_count_and_later_ones_do_not()
    {
        var filling = string.Concat(Enumerable.Repeat("# " + new string('x', 98) + "\n", 5060));
        Assert.InRange(filling.Length, 505_000, RobotsParser.LargestFile - 100);
        var file = $"User-agent: *\n{filling}Disallow: /last\n{filling}Disallow: /late\n";
        Assert.False(Rules(file).IsAllowed("/last"));
        Assert.True(Rules(file).IsAllowed("/late"));
    }

    [Fact]
    public void Hostile_patterns_take_bounded_time()
    {
        var star = "/" + string.Concat(Enumerable.Repeat("*a", 8000)) + "$";
        var rules = Rules("User-agent: *\n" + string.Concat(Enumerable.Repeat($"Disallow: {star}\n", 30)));
        Assert.True(rules.IsAllowed("/" + new string('a', 4000) + "b"));
    }

    [Fact]
    public void Whatever_the_bytes_they_are_a_robots_txt()
    {
        var random = new Random(9309);
        for (var i = 0; i < 300; i++)
        {
            var noise = new byte[random.Next(2000)];
            random.NextBytes(noise);
            _ = RobotsParser.Parse([.. "User-agent: *\nDisallow: /"u8, .. noise]).RulesFor("x").IsAllowed("/zwgk/");
        }

        Assert.True(RobotsParser.Parse("<html><body>页面不存在</body></html>"u8).RulesFor("x").IsAllowed("/"));
    }

    private static RobotsRules Rules(string file, string agent = "AnyBot") => RobotsParser.Parse(Encoding.UTF8.GetBytes(file)).RulesFor(agent);
}
