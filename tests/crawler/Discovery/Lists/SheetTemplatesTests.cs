using Pipeline.Crawler.Discovery.Lists;

namespace Pipeline.Crawler.Tests.Discovery.Lists;

/// <summary>How style sheets make addresses of rows.</summary>
public sealed class SheetTemplatesTests
{
    [Theory]
    [InlineData("<a href=\"show/{@id}.html\"><x:value-of select=\"title\"/></a>", "show/{id}.html")]
    [InlineData("<a><x:attribute name=\"href\">show/<x:value-of select=\"./info/id\"/>.html</x:attribute></a>", "show/{id}.html")]
    [InlineData("<a><x:attribute name=\"href\"><x:text>?a=</x:text><x:value-of select=\"@a\"/><x:text>&amp;b=</x:text><x:value-of select=\"b\"/></x:attribute></a>", "?a={a}&b={b}")]
    public void An_address_is_read_from_the_sheet(string anchor, string template) => Assert.Equal([template], SheetTemplates.Of(Sheet(anchor)).Select(RowTemplate.Shown));

    [Theory]
    [InlineData("<a href=\"/index.html\">首页</a>")]
    [InlineData("<a><x:attribute name=\"href\"><x:call-template name=\"link\"/></x:attribute></a>")]
    [InlineData("<a><x:attribute name=\"href\">/<x:value-of select=\"concat(@a, '/', @b)\"/></x:attribute></a>")]
    public void What_is_worked_out_by_a_program_is_no_template(string anchor) => Assert.Empty(SheetTemplates.Of(Sheet(anchor)));

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x><a href=\"{@id}.html\">&e;</a></x>")]
    [InlineData("<x><a href=\"{@id}.html\"></x>")]
    [InlineData("404 Not Found")]
    public void A_sheet_that_is_none_gives_nothing(string sheet) => Assert.Empty(SheetTemplates.Of(sheet));

    [Fact]
    public void The_sheet_is_the_one_that_the_list_names() =>
        Assert.Equal("list.xsl?v=1&t=2", SheetTemplates.Sheet("<?xml version=\"1.0\"?><?xml-stylesheet type=\"text/xsl\" href=\"list.xsl?v=1&amp;t=2\"?><list/>"));

    private static string Sheet(string anchor) => $"<x:stylesheet version=\"1.0\" xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"><x:template match=\"/\"><ul>{anchor}</ul></x:template></x:stylesheet>";
}
