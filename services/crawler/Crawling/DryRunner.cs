using Pipeline.Crawler.Discovery;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>Looks at one page as a crawl would, without leaving a trace: for dry runs and for checks of sources.</summary>
public sealed class DryRunner(PoliteClient web, CrawlRules rules, TimeProvider clock)
{
    private const int MostHops = 5;

    private const string SendsOn = "sends its visitor on";

    /// <summary>One page with all that it needs to be understood: its scripts, the first part of its lists, and a browser where nothing else tells.</summary>
    public async Task<DryRun> Look(Uri url, Source source, CancellationToken cancellation)
    {
        var scope = new SourceScope([source]);
        var (run, came, known) = await Visit(url, source, scope, cancellation);
        if (came is not { Content.IsStub: false })
            return run;
        var links = rules.Links(scope);
        var (content, lists) = await new DryRunLists(web, rules.Interpreter(scope), links, rules.Lists(web, links), clock).Of(known, source, came, cancellation);
        return Told(known, source, came with { Content = content }, links) with { Lists = lists };
    }

    /// <summary>The start address of a source, by one request.</summary>

    public async Task<SourceCheck> Check(Source source, Uri start, SourceScope scope, CancellationToken cancellation)
    {
        var (run, came, _) = await Visit(start, source, scope, cancellation);
        var followed = run.Links.Where(link => link.Followed).ToList();
        var problem = run.Status is >= 200 and < 300 && (followed.Count > 0 || run.IsDocument) ? null
            : run.Status is >= 200 and < 300 ? $"{start} leads nowhere ({run.State}): give the address of the list of reports, or allow its hosts."
            : $"{start}: {run.State}";
        return new(source.Name, start, run.Status, came?.Content.Title ?? "", followed.Count, followed.Count(link => link.Score >= 85), followed.Count(link => link.Kind == LinkKind.Attachment), problem);
    }

    private async Task<(DryRun Run, ContentCame? Came, KnownUrl Known)> Visit(Uri url, Source source, SourceScope scope, CancellationToken cancellation)
    {
        var interpreter = rules.Interpreter(scope);
        var known = KnownUrl.Seed(url, source.Name);
        for (var hop = 0; hop < MostHops; hop++)
        {
            var verdict = await web.Judge(known.Url, cancellation);
            if (!verdict.IsAllowed)
                return Failed(0, $"refused: {verdict.Told}");
            var answer = await web.Fetch(new() { Url = known.Url }, cancellation);
            switch (interpreter.Of(known, source, answer, clock.GetUtcNow()))
            {
                case SentOn { Next: { } next }:
                    known = next;
                    continue;
                case Respelt respelt:
                    known = respelt.Next with { Attempts = known.Attempts + 1 };
                    continue;
                case ContentCame content:
                    return (Told(known, source, content, rules.Links(scope)), content, known);
                case SentOn { Stub: { } stub }:
                    return (Told(known, source, stub, rules.Links(scope)), stub, known);
                case SentOn lost:
                    return Failed(answer.Status, lost.Reason);
                case AskAgain again:
                    return Failed(answer.Status, again.Reason);
                case NothingCame nothing:
                    return Failed(answer.Status, nothing.Reason);
                default:
                    return Failed(answer.Status, $"The server answered {answer.Status}.");
            }
        }

        return Failed(0, $"redirects more than {MostHops} times");

        (DryRun, ContentCame?, KnownUrl) Failed(int status, string state) => (new(known.Url, status, state, false, []) { HasFailed = true }, null, known);
    }

    private static DryRun Told(KnownUrl known, Source source, ContentCame came, LinkFilter links)
    {
        var decisions = links.Decide(known, came.Response.Url, came.Content, source).Select(DryRunLink.Of);
        return new(
            known.Url, came.Response.Status, came.Content.IsStub ? SendsOn : came.Content.Reason, came.Content.IsDocument,
            [.. decisions.OrderByDescending(link => link.Followed).ThenByDescending(link => link.Score)]);
    }
}
