using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Tests.Discovery.Scoring;

public sealed class LinkScoreTests
{
    [Fact]
    public void Report_columns_come_first_then_reports_then_disclosure_then_the_rest()
    {
        var scores = new[]
        {
            Score("政府信息公开年报", "/zfxxgk/zfxxgknb/"), Score("云岭县2023年政府信息公开工作年度报告", "/t1.html"), Score("政府信息公开", "/zfxxgk/"), Score("机构职能", "/jgzn/"), Score("政务要闻", "/xwzx/"),
        };
        Assert.Equal(scores.OrderByDescending(score => score.Value), scores);
        Assert.Equal(5, scores.Select(score => score.Value).Distinct().Count());
    }

    [Theory]
    [InlineData("2023年政务公开年报")]
    [InlineData("石坪区2020年度信息公开工作报告")]
    [InlineData("清澜市人民政府2023年政府信息公开工作年度報告")]
    [InlineData("某市2021年度政府資訊公開年報")]
    [InlineData("年度报告（政府信息公开）")]
    public void Names_of_reports_are_evident(string text) => Assert.True(Score(text, "/a.html").Evident);

    [Theory]
    [InlineData("2023年法治政府建设年度报告")]
    [InlineData("2022年财政决算报告")]
    [InlineData("关于召开会议的通知")]
    public void Other_reports_are_not(string text) => Assert.False(Score(text, "/a.html").Evident);

    [Fact]
    public void A_path_that_names_reports_is_evidence_without_words() => Assert.True(Score("", "/xxgk/gknb2017/t1.html").Evident);

    [Theory]
    [InlineData("/sp/nb.mp4")]
    [InlineData("/search?q=x&page=1")]
    [InlineData("/user/login.jsp")]
    public void Films_searches_and_logins_are_not_followed(string path) => Assert.Equal(0, Score("政府信息公开年报", path).Value);

    [Fact]
    public void A_word_of_the_source_raises_a_link() =>
        Assert.True(LinkScore.Of(new(new Uri("http://www.x.gov.cn/a"), "公开工作总结", LinkKind.Page, "anchor"), LinkContext.Start(["工作总结"])).Evident);

    private static LinkScore Score(string text, string path) => LinkScore.Of(new(new Uri("http://www.x.gov.cn" + path), text, LinkKind.Page, "anchor"), LinkContext.Start([]));
}
