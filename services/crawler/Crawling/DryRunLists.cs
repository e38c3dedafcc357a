using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Discovery.Lists;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Asks for the lists of a page as a crawl would, and has a browser show one that nothing else explains.</summary>
internal sealed class DryRunLists(PoliteClient web, ResponseInterpreter interpreter, LinkFilter links, ListShowing showing, TimeProvider clock)
{
    // A page has a list of reports, and perhaps one of news.
    private const int MostLists = 3;

    private const int FirstRows = 5;

    /// <returns>The page as it is understood with its scripts and a browser, and its lists.</returns>
    public async Task<(ContentClassification Content, IReadOnlyList<DryRunList> Lists)> Of(KnownUrl known, Source source, ContentCame came, CancellationToken cancellation)
    {
        var (answer, content) = came;
        var files = new ScriptFiles(web);
        if (content.Scripts.Count > 0 && (await files.Read(content.Scripts, answer.Url, cookie: null, cancellation)).Texts is { Count: > 0 } texts)
            content = ContentClassification.Of(known, answer, fileName: null, texts);
        var lists = new List<DryRunList>();
        foreach (var list in links.Decide(known, answer.Url, content, source).Where(decision => decision.Queued is not null && IsRequest(decision.Link, content)).Take(MostLists))
            lists.Add(await Ask(list.Link, list.Queued!, source, cancellation));
        if (content.Lacks == RowLack.None || lists.Exists(list => list.Rows.Count > 0))
            return (content, lists);
        if (showing.Missing is { } missing)
            return (content with { Reason = $"{content.Reason}: {missing}" }, lists);
        var (learned, _, trouble) = await showing.Show(source, content.Links, answer, cookie: null, files.Find, cancellation);
        if (learned.Recipe is { } recipe)
            lists.Add(Told(recipe, ListRecipe.Browser, Rows(known, answer.Url, content with { Links = learned.Rows }, source), trouble));
        content = content with { Reason = learned.Rows.Count > 0 ? "shown by a browser" : ShownList.InVain(content.Reason, trouble), Links = [.. content.Links, .. learned.Rows] };
        return (content, lists);
    }

    // What has more to it than an address; and, of a page that shows no rows, all that it may ask for.
    private static bool IsRequest(FoundLink link, ContentClassification content) =>
        link.Kind == LinkKind.Continuation && (link.Form is not null || link.Rows is not null || content.Lacks != RowLack.None);

    private async Task<DryRunList> Ask(FoundLink list, KnownUrl known, Source source, CancellationToken cancellation)
    {
        if (await web.Judge(known.Url, cancellation) is { IsAllowed: false } verdict)
            return Told(list, ListRecipe.Scripts, [], verdict.Told);
        var answer = await web.Fetch(new FetchRequest { Url = known.Url, Form = known.Form, Headers = known.Headers, Referrer = known.Referrer }, cancellation);
        return interpreter.Of(known, source, answer, clock.GetUtcNow()) switch
        {
            ContentCame came => Told(list, ListRecipe.Scripts, Rows(known, came.Response.Url, came.Content, source), null),
            NothingCame nothing => Told(list, ListRecipe.Scripts, [], nothing.Reason),
            AskAgain again => Told(list, ListRecipe.Scripts, [], again.Reason),
            _ => Told(list, ListRecipe.Scripts, [], $"The server answered {answer.Status}."),
        };
    }

    private List<DryRunLink> Rows(KnownUrl known, Uri answered, ContentClassification content, Source source) =>
        [.. links.Decide(known, answered, content, source).Where(decision => decision.Link.Kind != LinkKind.Continuation).Take(FirstRows).Select(DryRunLink.Of)];

    private static DryRunList Told(FoundLink list, string learnedFrom, IReadOnlyList<DryRunLink> rows, string? trouble) => new(
        ListRecipe.Told(list.Url, list.Form), learnedFrom, list.Counter ?? ListCounter.Name(list.Url, list.Form),
        list.Rows is { } templates ? RowTemplate.Shown(templates.Replace("\n", " or ", StringComparison.Ordinal)) : null, rows, trouble);
}
