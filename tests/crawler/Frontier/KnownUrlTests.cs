using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Tests.Frontier;

public sealed class KnownUrlTests
{
    private static readonly KnownUrl Known = KnownUrl.Seed(new("http://www.x.gov.cn/download"), "x");

    [Fact]
    public void Documents_that_one_address_gives_for_different_forms_have_different_names()
    {
        Assert.Equal("http://www.x.gov.cn/download", Known.Name);
        Assert.Equal("http://www.x.gov.cn/download#fileid=F1", (Known with { Form = "fileid=F1" }).Name);
        var state = Known with { Form = "__VIEWSTATE=" + new string('a', 5000) };
        Assert.Matches("^http://www.x.gov.cn/download#[0-9a-f]{16}$", state.Name);
        Assert.NotEqual(state.Name, (state with { Form = state.Form + "b" }).Name);
    }
}
