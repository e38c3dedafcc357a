using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Incremental;

namespace Pipeline.Crawler.Tests.Incremental;

public sealed class RevisitTests
{
    [Fact]
    public void Documents_are_looked_at_every_night_until_they_have_been_calm_for_a_while() =>
        Assert.Equal([1, 1, 1, 2, 4, 7, 7], Enumerable.Range(0, 7).Select(calm => Revisit.Nights(VisitOutcome.Unchanged, PageRole.Document, calm, isStart: false)));

    [Fact]
    public void A_changed_document_is_looked_at_again_the_next_night() => Assert.Equal(1, Revisit.Nights(VisitOutcome.Changed, PageRole.Document, 0, isStart: false));

    [Fact]
    public void Lists_of_reports_are_read_every_night() => Assert.Equal(1, Revisit.Nights(VisitOutcome.Read, PageRole.ReportList, 3, isStart: false));

    [Fact]
    public void What_no_night_makes_usable_is_asked_for_less_and_less() =>
        Assert.Equal([3, 6, 12, 24, 24], Enumerable.Range(0, 5).Select(before => Revisit.Nights(VisitOutcome.Unusable, PageRole.Nothing, before, isStart: false)));

    [Fact]
    public void A_list_that_once_was_read_is_asked_for_the_next_night() => Assert.Equal(1, Revisit.Nights(VisitOutcome.Unusable, PageRole.ReportList, 0, isStart: false));

    [Fact]
    public void What_failed_and_may_answer_the_next_night_is_asked_for_then() => Assert.Equal(1, Revisit.Nights(VisitOutcome.Failed, PageRole.Nothing, 5, isStart: false));

    [Fact]
    public void A_start_address_is_always_due()
    {
        foreach (var outcome in Enum.GetValues<VisitOutcome>())
            Assert.Equal(1, Revisit.Nights(outcome, PageRole.Nothing, 9, isStart: true));
    }

    [Fact]
    public void Every_address_comes_due_within_a_month()
    {
        foreach (var outcome in Enum.GetValues<VisitOutcome>())
            foreach (var role in Enum.GetValues<PageRole>())
                for (var calm = 0; calm < 40; calm++)
                    Assert.InRange(Revisit.Nights(outcome, role, calm, isStart: false), 1, 30);
    }

    [Fact]
    public void The_next_night_is_due_at_once_whenever_it_comes() =>
        Assert.Equal(DateTimeOffset.UnixEpoch, Revisit.After(DateTimeOffset.UnixEpoch, VisitOutcome.New, PageRole.Document, 0, isStart: false));

    [Theory]
    [InlineData("<p>浏览次数：12</p>", "<p>浏览次数：13</p>")]
    [InlineData("<p>点击数: 1 次</p>", "<p>点击数: 22 次</p>")]
    [InlineData("<p>今天是2026年1月20日 星期二</p>", "<p>今天是2026年1月21日 星期三</p>")]
    [InlineData("<a href='/a'>新闻一</a>", "<a href='/b'>新闻二</a>")]
    [InlineData("<script>var token='a1'</script>", "<script>var token='b2'</script>")]
    [InlineData("<p>a\n b</p>", "<p>a b</p>")]
    public void What_every_visit_changes_is_no_change(string before, string after) => Assert.Equal(Hash(before), Hash(after));

    [Theory]
    [InlineData("<td>12</td>", "<td>13</td>")]
    [InlineData("<p>共收到申请12件</p>", "<p>共收到申请13件</p>")]
    [InlineData("<p>2026年1月20日</p>", "<p>2026年1月21日</p>")]
    public void Every_other_number_is(string before, string after) => Assert.NotEqual(Hash(before), Hash(after));

    private static string Hash(string html) => ContentRegion.HashOf(PageView.Parse(new Uri("http://www.x.gov.cn/"), $"<html><body><h1>报告</h1>{html}</body></html>"), []);
}
