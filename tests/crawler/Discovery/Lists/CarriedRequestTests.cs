namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>Tabs that carry a value with which a script asks for their rows.</summary>
public sealed class CarriedRequestTests
{
    private const string Script = """<script>$(".tab li").click(function () { var nd = $(this).attr("lay-id"); $.get("/nb/pane.jsp?nd=" + nd, function (h) { $("#pane").html(h); }, "html"); });</script>""";

    [Fact]
    public void Each_year_of_the_tabs_is_asked_for() =>
        Assert.Equal([("/nb/pane.jsp?nd=2023", "2023年"), ("/nb/pane.jsp?nd=2022", "2022年")],
            Sample.LinksOf($"<html><ul class=tab><li lay-id=2023>2023年</li><li lay-id=2022>2022年</li><li lay-id=x>办事指南</li></ul>{Script}</html>").Where(link => link.Rule == "carried-request").Select(link => (link.Url.PathAndQuery, link.Text)));

    [Fact]
    public void Tabs_of_anything_else_are_left_alone() =>
        Assert.DoesNotContain(Sample.LinksOf($"<html><ul class=tab><li lay-id=a>图片</li><li lay-id=b>视频</li></ul>{Script}</html>"), link => link.Rule == "carried-request");
}
