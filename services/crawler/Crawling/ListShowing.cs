using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Scoring;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Has a browser show a page whose rows only its scripts can show, and learns from that how its list is asked for.</summary>
public sealed class ListShowing(PoliteClient web, LinkFilter links, IPageBrowser browser)
{
    /// <summary>Why no page can be shown; null where one can.</summary>
    public string? Missing => browser.Missing;

    /// <param name="known">Links that the page shows without a browser.</param>
    /// <param name="cookie">Value of the Cookie header; null sends none.</param>
    /// <param name="held">Text of a script file that was read; null when it was not.</param>
    internal async Task<ShownList> Show(Source source, IReadOnlyList<FoundLink> known, Answered page, string? cookie, Func<Uri, string?> held, CancellationToken cancellation)
    {
        var network = new BrowserNetwork(web, page, cookie, held, url => links.IsNear(source, url) || url.Authority == page.Url.Authority);
        var guide = new BrowserGuide(
            name => ReportWords.NamesReport(name) || ReportWords.NamesAnnual(name),
            part => ListLearner.Learn(known, part, network.Exchanges).IsWhole);
        var shown = await browser.Open(page.Url, network, guide, cancellation);
        return new(ListLearner.Learn(known, shown, network.Exchanges), network.Requests, shown.Trouble);
    }
}
