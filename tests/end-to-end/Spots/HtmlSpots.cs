using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pipeline.Contracts.Locators;

namespace Pipeline.EndToEnd.Tests.Spots;

internal sealed class HtmlSpots(byte[] snapshot, string charset) : SnapshotSpots
{
    private readonly IHtmlDocument _document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(Charsets.Decode(snapshot, charset));

    public override Task<string> TextAt(Locator locator) => Task.FromResult(_document.QuerySelector(((HtmlLocator)locator).Path)!.Text());
}
