using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Tests.Discovery.Scripts;

/// <summary>Values that scripts keep in objects, functions and comments.</summary>
public sealed class ScriptValueTests
{
    [Fact]
    public void Members_of_objects_and_results_of_functions_are_known() =>
        Assert.Equal(["/doc/c12/55.html"], ScriptProgram.Parse(["""
            var SITE = { root: "", docs: "/doc/" };
            function docUrl(ch, id) { return SITE.root + SITE.docs + ch + "/" + id + ".html"; }
            function viewDoc(o, ch, id) { window.open(docUrl(ch, id), "", "width=9"); return false; }
            """]).TargetsOf("return viewDoc(this,'c12',55)").Select(target => target.Address));

    [Fact]
    public void A_function_that_does_more_than_return_has_no_known_result() =>
        Assert.Empty(ScriptProgram.Parse(["function u(id) { var x = sign(id); return '/a/' + x; } location.href = u(3) + '.html';"]).Targets());

    [Theory]
    [InlineData("var u = '/list.jsp?c=12'; u += '&page=' + n; location.href = u;", "/list.jsp?c=12&page=2")]
    [InlineData("var u = '/nb/1.html'; u = u.replace('1.html', n + '.html'); location.href = u;", "/nb/2.html")]
    [InlineData("var u = '/nb?page=1&c=7'; u = u.replace(/page=\\d+/g, 'page=' + n); location.href = u;", "/nb?page=2&c=7")]
    public void An_address_that_a_function_alters_step_by_step_is_known(string body, string address) =>
        Assert.Equal([address], ScriptProgram.Parse([$"function go(n) {{ {body} }}"]).TargetsOf("go(2)").Select(target => target.Address));

    [Fact]
    public void A_pattern_that_takes_too_long_or_is_none_gives_no_address() =>
        Assert.Empty(ScriptProgram.Parse(["function go(n) { var u = '/nb?page=1'; u = u.replace(/(page=/, n); var v = u; location.href = missing(v); }"]).TargetsOf("go(2)"));

    [Fact]
    public void A_script_that_a_comment_hides_from_old_browsers_is_read() =>
        Assert.Equal(["list/p1.htm"], ScriptProgram.Parse(["\n<!--\nvar u='list/'; self.location.replace(u+'p1.htm');\n//-->\n"]).Targets().Select(target => target.Address));

    [Fact]
    public void A_request_keeps_the_headers_that_its_script_states_and_the_object_that_it_sends()
    {
        var target = ScriptProgram.Parse(["""
            const APP = "portal"; const query = { channel: "nb", page: { index: 1, size: 5 } };
            fetch("/api/page", { method: "POST", headers: { "Content-Type": "application/json", "X-App-Id": APP, siteid: "62" }, body: JSON.stringify(query) });
            """]).Targets().Single();
        Assert.Equal("X-App-Id: portal\nsiteid: 62", target.Headers);
        Assert.Equal("""{"channel":"nb","page":{"index":1,"size":5}}""", target.Form);
    }
}
