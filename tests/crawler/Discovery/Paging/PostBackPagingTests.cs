using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests.Discovery.Paging;

public sealed class PostBackPagingTests
{
    [Theory]
    [InlineData("<span>1</span> {2} {3} {4:...}", "Page$2")]
    [InlineData("{1} {2} <span>3</span> {4:...}", "Page$4")]
    [InlineData("{3:...} <span>4</span> {5} {6}", "Page$5")]
    [InlineData("{3:...} {4} <span>5</span> {6} {7:...}", "Page$6")]
    [InlineData("{3:...} {4} {5} <span>6</span>", null)]
    [InlineData("{1} {2} <span>3</span>", null)]
    public void The_page_after_the_one_shown_is_asked_for_also_across_groups(string pager, string? argument)
    {
        var links = Sample.LinksOf("<form method='post' action='List.aspx'><input type='hidden' name='__VIEWSTATE' value='/wEP'>"
            + System.Text.RegularExpressions.Regex.Replace(pager, @"\{(\d)(?::(\.+))?\}", match => $"<a href=\"javascript:__doPostBack('gv','Page${match.Groups[1].Value}')\">{(match.Groups[2].Success ? "..." : match.Groups[1].Value)}</a>")
            + "</form>").Where(link => link.Kind == LinkKind.Continuation);
        Assert.Equal(argument is null ? [] : [$"__VIEWSTATE=%2FwEP&__EVENTTARGET=gv&__EVENTARGUMENT={Uri.EscapeDataString(argument)}"], links.Select(link => link.Form));
    }
}
