using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests.Discovery.Links;

/// <summary>Links whose name or place is unusual: pictures, buttons, data attributes, noscript, srcdoc, feeds, written frames.</summary>
public sealed class HiddenLinkTests
{
    [Fact]
    public void A_picture_without_a_text_is_called_as_its_file_where_that_names_a_pager_or_a_column()
    {
        var links = Sample.LinksOf("<a href='/lm/0712/'><img src='/images/zfxxgknb.png'></a><a href='i2.htm'><img src='/images/nextpage.gif'></a><a href='/x/'><img src='/images/logo.png'></a>");
        Assert.Equal(["zfxxgknb", "nextpage", ""], links.Select(link => link.Text));
        Assert.Equal(LinkKind.Continuation, links[1].Kind);
    }

    [Fact]
    public void A_button_is_called_as_its_value_says() =>
        Assert.Equal(["/zwgk/nb/list.asp?pg=2"], Sample.LinksOf("<input type='button' value='下一页' onclick=\"location='list.asp?pg=2'\">").Of(LinkKind.Continuation));

    [Fact]
    public void A_year_that_names_its_fragment_in_an_attribute_of_the_sites_own_leads_there() =>
        Assert.Equal(["/zwgk/nb/part/2023.inc"], Sample.LinksOf("<h3 data-remote='part/2023.inc' data-size='3.5'>2023年</h3><h3 data-remote='x.inc'>走进我们</h3>").Of(LinkKind.Page));

    [Fact]
    public void What_stands_in_noscript_or_srcdoc_is_found() =>
        Assert.Equal(["/a.html", "/zwgk/b.html"], Sample.LinksOf("<noscript>请启用脚本<a href='/a.html'>2022年年报</a></noscript><iframe srcdoc=\"&lt;a href='../b.html'&gt;2023年年报&lt;/a&gt;\"></iframe>").Of(LinkKind.Page));

    [Theory]
    [InlineData("<title>政府信息公开年报</title>", true)]
    [InlineData("<title>走进我们</title>", false)]
    [InlineData("<title>政府信息公开年报</title><a href='/1.html'>青溪县2023年政府信息公开工作年度报告</a>", false)]
    public void The_feed_of_a_column_is_read_where_the_column_shows_nothing(string html, bool isRead) =>
        Assert.Equal(isRead, Sample.LinksOf(html + "<link rel='alternate' type='application/rss+xml' href='/rss.xml'>").Any(link => link.Rule == "feed"));

    [Fact]
    public void Frames_that_a_script_writes_are_frames() =>
        Assert.Equal(["/zwgk/nb/menu.htm", "/zwgk/nb/list.asp?pg=1"], Sample.LinksOf("<script>document.write(\"<frameset cols='180,*'><frame src='menu.htm'><frame src='list.asp?pg=1'></frameset>\");</script>").Of(LinkKind.Continuation));

    [Theory]
    [InlineData("%3ca%20href%3d%22/1.html%22%3e2023%u5e74%u5e74%u62a5%3c/a%3e")]
    [InlineData("%3Ca%20href%3D%22/1.html%22%3E2023%E5%B9%B4%E5%B9%B4%E6%8A%A5%3C/a%3E")]
    public void Markup_that_a_script_keeps_in_escapes_is_read(string escaped)
    {
        var link = Assert.Single(Sample.LinksOf($"<script>document.write(unescape('{escaped}'));</script>"));
        Assert.Equal(("/1.html", "2023年年报"), (link.Url.AbsolutePath, link.Text));
    }

    [Fact]
    public void Nodes_that_calls_add_to_a_tree_are_links_where_they_name_reports() =>
        Assert.Equal(["/zwgk/nb/list.jsp?id=12"], Sample.LinksOf("<script>d.add(0,-1,'目录');d.add(12,1,'政府信息公开年报','list.jsp?id=12','','main');d.add(13,1,'财政信息','list.jsp?id=13');</script>").Of(LinkKind.Page));
}
