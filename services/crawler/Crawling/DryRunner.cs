using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Discovery.Documents;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Fetching.ErrorPages;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Robots;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Crawling;

/// <summary>A look at one page as a crawl would see it, without leaving a trace: for dry runs and for checks of sources.</summary>
internal sealed class DryRunner(SourceScope scope, LinkFilter links, IFetcher fetcher, IRobots robots)
{
    private const int MostHops = 5;

    public async Task<DryRun> At(Uri url, CancellationToken cancellation) => (await Visit(url, scope.Of(url)!, cancellation)).Run;

    public async Task<SourceCheck> Check(Source source, Uri start, CancellationToken cancellation)
    {
        var (run, title) = await Visit(start, source, cancellation);
        var followed = run.Links.Where(link => link.Followed).ToList();
        var problem = run.Status is >= 200 and < 300 && (followed.Count > 0 || run.IsDocument) ? null
            : run.Status is >= 200 and < 300 ? $"{start} leads nowhere ({run.State}): give the address of the list of reports, or allow its hosts."
            : $"{start}: {run.State}";
        return new(source.Name, start, run.Status, title, followed.Count, followed.Count(link => link.Score >= 85), followed.Count(link => link.Kind == Discovery.LinkKind.Attachment), problem);
    }

    private async Task<(DryRun Run, string Title)> Visit(Uri url, Source source, CancellationToken cancellation)
    {
        var known = KnownUrl.Seed(url, source.Name);
        for (var hop = 0; hop < MostHops; hop++)
        {
            var verdict = await robots.Judge(known.Url, cancellation);
            if (!verdict.IsAllowed)
                return (new(known.Url, 0, $"refused: {verdict.Told}", false, []), "");
            var answer = await fetcher.Fetch(new FetchRequest { Url = known.Url }, cancellation);
            var target = answer is Redirected redirected ? redirected.Target : null;
            var (run, title) = Told(known, source, answer);
            if ((target ?? Onward(run)) is not { } next || scope.Of(next, source) is null || CanonicalUrl.Of(next) == known.Url)
                return (run, title);
            known = known with { Url = CanonicalUrl.Of(next) };
        }

        return (new(known.Url, 0, $"redirects more than {MostHops} times", false, []), "");
    }

    private static Uri? Onward(DryRun run) => run.State == SendsOn ? run.Links[0].Url : null;

    private const string SendsOn = "sends its visitor on";

    private (DryRun Run, string Title) Told(KnownUrl known, Source source, FetchResponse answer)
    {
        if (answer is not Answered { Status: >= 200 and < 300 } answered)
            return (new(known.Url, answer.Status, answer is Unanswered failed ? failed.Reason : $"The server answered {answer.Status}.", false, []), "");
        if (ErrorPageDetection.Detect(answered) is { } state)
            return (new(known.Url, answer.Status, $"{state.Kind}: {state.Evidence}", false, []), "");
        var reading = ContentClassification.Of(known, answered, ContentDisposition.FileName(answer.Header("Content-Disposition")));
        var decisions = links.Decide(known, answer.Url, reading, source)
            .Select(decision => new DryRunLink(decision.Link.Url, decision.Link.Text, decision.Link.Kind, decision.Score.Value, decision.Queued is not null, $"{decision.Why} [{decision.Link.Rule}]"));
        return (new(known.Url, answer.Status, reading.IsStub ? SendsOn : reading.Reason, reading.IsDocument, [.. decisions.OrderByDescending(link => link.Followed).ThenByDescending(link => link.Score)]), reading.Title);
    }
}
