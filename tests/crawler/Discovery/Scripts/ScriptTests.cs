using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Tests.Discovery.Scripts;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("location.href = '/a.html';", "/a.html")]
    [InlineData("window.location='/a.html'", "/a.html")]
    [InlineData("top.location.replace(\"/a.html\")", "/a.html")]
    [InlineData("var base='/zwgk/'; var n = 3; location.href = base + 'list_' + (n + 1) + '.html';", "/zwgk/list_4.html")]
    [InlineData("// location.href='/no.html'\n/* location='/no.html' */ window.open('/a.html')", "/a.html")]
    [InlineData("if (/['\"]/.test(x)) {} location.href='/a.html'", "/a.html")]
    [InlineData("function go(u, p) { open(u + '?p=' + p); } go('/a', 2);", "/a?p=2")]
    [InlineData("const go = (n) => { location.href = `/list_${n}.html`; }; go(7)", "/list_7.html")]
    [InlineData("$(function () { $.getJSON('/api/list?page=1', fill); });", "/api/list?page=1")]
    [InlineData("fetch('/api/list?ts=' + new Date().getTime())", "/api/list?ts=0")]
    [InlineData("$.ajax({ url: '/api/list', data: { col: 7, size: 20 } })", "/api/list?col=7&size=20")]
    [InlineData("axios.get(`/api/list?pageNo=${current}`)", "/api/list?pageNo=1")]
    [InlineData("var xhr = new XMLHttpRequest(); xhr.open('GET', '/api/list')", "/api/list")]
    [InlineData("window.onload = function () { location.href = '/a.html'; }", "/a.html")]
    [InlineData("document.getElementById('f').src = '/frame.jsp?x=' + encodeURIComponent('年')", "/frame.jsp?x=%E5%B9%B4")]
    public void Addresses_are_put_together_as_the_script_would(string script, string address) =>
        Assert.Equal([address], ScriptProgram.Parse([script]).Targets().Select(target => target.Address));

    [Theory]
    [InlineData("location.href = somewhere();")]
    [InlineData("var a = '/x.html';")]
    [InlineData("location.href = a ? '/x.html' : '/y.html';")]
    [InlineData("function f(u) { location.href = u; }")]
    public void What_cannot_be_known_is_not_guessed(string script) => Assert.Empty(ScriptProgram.Parse([script]).Targets());

    [Fact]
    public void Functions_that_call_themselves_come_to_an_end() =>
        Assert.NotNull(ScriptProgram.Parse(["function f(a) { f(a); g(a); } function g(a) { f(a); } f('/x');"]).Targets().ToList());
}
