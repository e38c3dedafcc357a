using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Documents;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Browsing;

/// <summary>
/// Learns from what a page asked for and what it then showed how its list is asked for: the request whose answer holds the rows, how they lead to
/// addresses, and what counts its parts. Pure.
/// </summary>
internal static class ListLearner
{
    /// <summary>Rule of a request that a browser showed.</summary>
    public const string Rule = "browser-recipe";

    /// <summary>Rule of a report that an answer holds.</summary>
    public const string HeldRule = "browser-held";

    // Links of the frame, which every page shows, are no rows; a page shows more links than this only by accident.
    private const int MostRows = 3000;

    /// <param name="known">Links that the page shows without a browser.</param>
    /// <param name="exchanges">What was asked for, in its order.</param>
    public static LearnedList Learn(IReadOnlyList<FoundLink> known, BrowsedPage browsed, IReadOnlyList<BrowserExchange> exchanges)
    {
        var seen = known.Select(link => CanonicalUrl.KeyOf(link.Url)).ToHashSet(StringComparer.Ordinal);
        var held = exchanges.SelectMany(Held).ToList();
        // The route to an article that was asked for is only a name for it.
        var rows = held.Concat(Shown(browsed).Where(link => !held.Exists(report => RowLearner.SameTitle(link.Text, report.Text)))).Where(link => seen.Add(CanonicalUrl.KeyOf(link.Url))).Take(MostRows).ToList();
        var best = exchanges.Select((exchange, at) => (Exchange: exchange, At: at, Read: Read(exchange, rows))).Where(read => read.Read.Covered > 0)
            .OrderByDescending(read => read.Read.Covered).ThenBy(read => read.At).FirstOrDefault();
        // What was shown is all that there is of a list whose requests cannot be made again.
        if (best.Exchange is not { } first || RequestSignature.Signs(first.Request))
            return new(null, rows, false);
        // The first part of the list, where another part holds more rows.
        first = exchanges.First(exchange => exchange == first || IsSameList(exchange.Request, first.Request) && Read(exchange, rows).Covered > 0);
        var parts = exchanges.Where(exchange => exchange == first || IsSameList(exchange.Request, first.Request)).ToList();
        var second = parts.Find(exchange => exchange != first);
        var counter = second is null ? null : CounterLearner.Learn(first.Request, second.Request);
        var recipe = new FoundLink(first.Request.Url, "", LinkKind.Continuation, Rule)
        {
            Form = first.Request.Body,
            Headers = first.Request.Headers,
            Rows = Read(first, rows).Template,
            Counter = counter,
        };
        var counts = counter is not null || ListCounter.Name(recipe.Url, recipe.Form) is not null;
        var covered = parts.Sum(part => Read(part, rows).Covered);
        var wanted = rows.Count(IsReport);
        return new(recipe, rows, covered >= Math.Max(1, wanted) && (counts || !browsed.GoesOn));
    }

    /// <summary>Whether a link is a report, or may be one of the list's rows.</summary>
    private static bool IsReport(FoundLink link) => ReportWords.NamesReport(link.Text) || ReportWords.NamesAnnual(link.Text);

    private static IEnumerable<FoundLink> Shown(BrowsedPage browsed) => browsed.Views.SelectMany(Links)
        .Concat(browsed.Opened.Select(row => new FoundLink(row.Target, row.Text, FileAddress.IsDocument(row.Target) ? LinkKind.Attachment : LinkKind.Page, "browser-opened")));

    // What a click or the page itself asked for is the report, where the page only shows it.
    private static IEnumerable<FoundLink> Held(BrowserExchange exchange)
    {
        var body = AnswerBody.Read(exchange.Answer.Body, exchange.Answer.ContentType);
        return body.Shape == AnswerShape.Json && HeldReport.In(body.Text, exchange.Request.Url, linkText: "") is [{ } only]
            ? [new(exchange.Request.Url, only.Page.Elements.Title, LinkKind.Page, HeldRule) { Form = exchange.Request.Body, Headers = exchange.Request.Headers }]
            : [];
    }

    // Scripts were taken out of the views: what is left is what a visitor could click.
    private static IEnumerable<FoundLink> Links(BrowsedView view) =>
        LinkDiscovery.Find(new AnswerBody(AnswerShape.Html, view.Html, System.Text.Encoding.UTF8), PageView.Parse(view.Url, view.Html), view.Url)
            .Where(link => link.Kind is LinkKind.Page or LinkKind.Attachment && !FileAddress.IsMedia(link.Url)).Select(link => link with { Rule = "browser" });

    // How many of the rows an answer holds: those that lead to a report, where any does.
    private static (int Covered, string? Template) Read(BrowserExchange exchange, IReadOnlyList<FoundLink> rows)
    {
        if (exchange.Answer.Status is < 200 or >= 300)
            return (0, null);
        var body = AnswerBody.Read(exchange.Answer.Body, exchange.Answer.ContentType);
        if (body.Shape is not (AnswerShape.Json or AnswerShape.Xml or AnswerShape.Html))
            return (0, null);
        var template = body.Shape == AnswerShape.Json ? RowLearner.Learn(body.Text, rows) : null;
        var page = body.Shape == AnswerShape.Html ? PageView.Parse(exchange.Answer.Url, body.Text, body.Encoding) : null;
        var held = LinkDiscovery.Find(body, page, exchange.Answer.Url, new ListRequest(exchange.Answer.Url, exchange.Request.Body, template))
            .Where(link => link.Kind != LinkKind.Continuation).Select(link => CanonicalUrl.KeyOf(link.Url)).ToHashSet(StringComparer.Ordinal);
        var wanted = rows.Any(IsReport) ? rows.Where(IsReport) : rows;
        return (wanted.Count(row => held.Contains(CanonicalUrl.KeyOf(row.Url))), template);
    }

    private static bool IsSameList(BrowserRequest one, BrowserRequest other) =>
        one.Method == other.Method && one.Url.Authority == other.Url.Authority && one.Url.AbsolutePath == other.Url.AbsolutePath && (one.Url != other.Url || one.Body != other.Body);
}
