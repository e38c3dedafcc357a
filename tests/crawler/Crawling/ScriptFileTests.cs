namespace Pipeline.Crawler.Tests.Crawling;

/// <summary>Pages whose rows, further parts or menus only a file beside them tells.</summary>
public sealed class ScriptFileTests : IDisposable
{
    private const string Report = "2023年政府信息公开工作年度报告";

    private readonly CrawlBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_menu_of_a_bodys_page_is_read_from_its_own_script()
    {
        _bench.Site.Page("/", "<a href='/jyj/'>云岭县教育局</a>");
        _bench.Site.File("/jyj/", "<html><head><title>云岭县教育局</title></head><body><h2>云岭县教育局</h2><script src='/js/share.js'></script><script src='/js/site.js'></script><script src='menu.js'></script></body></html>");
        _bench.Site.File("/jyj/menu.js", "document.writeln('<li><a href=\"nb/\">信息公开年报</a></li>');");
        _bench.Site.Page("/jyj/nb/", $"<h1>信息公开年报</h1><a href='1.html'>{Report}</a>");

        await _bench.Crawl();

        Assert.Contains("/jyj/nb/", _bench.Site.Requests);
        Assert.DoesNotContain("/js/site.js", _bench.Site.Requests);
    }

    [Fact]
    public async Task The_handler_of_a_choice_of_pages_is_read_from_a_script()
    {
        _bench.Site.Page("/", "<a href='/nb'>政府信息公开年报</a>");
        const string Choice = "<select id='pg'><option value='1'>第1页</option><option value='2'>第2页</option></select><script src='/js/rows.js'></script>";
        foreach (var first in (string[])["/nb", "/nb?p=1"])
            _bench.Site.Page(first, $"<h1>政府信息公开年报</h1><table><tr data-href='/nb/1.html'><td>{Report}</td></tr></table>{Choice}");
        _bench.Site.Page("/nb?p=2", $"<h1>政府信息公开年报</h1><table><tr data-href='/nb/2.html'><td>云岭县{Report}</td></tr></table>{Choice}");
        _bench.Site.File("/js/rows.js", "document.getElementById('pg').onchange = function () { location.href = '/nb?p=' + this.value; };");

        await _bench.Crawl();

        Assert.Contains("/nb?p=2", _bench.Site.Requests);
        Assert.Contains("/nb/2.html", _bench.Site.Requests);
    }

    [Fact]
    public async Task The_rows_of_a_column_that_has_a_next_page_are_still_sought_in_its_scripts()
    {
        _bench.Site.Page("/", "<a href='/nb.jsp'>政府信息公开年报</a>");
        _bench.Site.Page("/nb.jsp", $"<h1>政府信息公开年报</h1><form name='v' action='/view.do'><input type='hidden' name='id'></form><a href=\"javascript:go('7')\">{Report}</a><a href='nb.jsp?pageNo=2'>下页</a><script src='/js/view.js'></script>");
        _bench.Site.File("/js/view.js", "function go(id) { var f = document.forms['v']; f.id.value = id; f.submit(); }");

        await _bench.Crawl();

        Assert.Contains("/view.do?id=7", _bench.Site.Requests);
    }

    [Fact]
    public async Task The_rows_of_an_xml_list_lead_where_its_style_sheet_says()
    {
        _bench.Site.Page("/", "<a href='/nb/list.xml'>政府信息公开年报</a>");
        _bench.Site.File("/nb/list.xml", $"<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"list.xsl\"?><list><row id=\"4701\"><title>{Report}</title></row><row id=\"4702\"><title>云岭县{Report}</title></row></list>");
        _bench.Site.File("/nb/list.xsl", "<x:stylesheet version=\"1.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"><x:template match=\"list\"><x:for-each select=\"row\"><a href=\"show/{@id}.html\"><x:value-of select=\"title\"/></a></x:for-each></x:template></x:stylesheet>");

        await _bench.Crawl();

        Assert.Contains("/nb/show/4701.html", _bench.Site.Requests);
        Assert.Contains("/nb/show/4702.html", _bench.Site.Requests);
    }
}
