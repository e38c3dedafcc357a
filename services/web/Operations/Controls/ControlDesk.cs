using Pipeline.Contracts.Ports;
using Pipeline.Store.Audit;
using Pipeline.Store.Controls;

namespace Pipeline.Web.Operations.Controls;

/// <summary>Has crawls begun and the sources file changed: the one way for the page and the API.</summary>
internal sealed class ControlDesk(CrawlRequests requests, ISourcesFile file, ISourceKnowledge knowledge, CachedOverview overview, AuditLog audit, TimeProvider clock)
{
    private const int Lines = 10;

    // The process that crawls says when it does so next every minute.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(3);

    public async Task<CrawlControls> Look(CancellationToken cancellation)
    {
        var times = await requests.Times(cancellation);
        return new CrawlControls(times, times.Any(time => clock.GetUtcNow() - time.ToldAt < Silence), await requests.Latest(Lines, cancellation));
    }

    public async Task<CrawlRequest> Crawl(CrawlScope scope, string? subject, string who, CancellationToken cancellation)
    {
        var request = await requests.Add(scope, scope == CrawlScope.All ? null : subject, who, cancellation);
        await audit.Add(who, "crawl.requested", subject ?? "all", null, cancellation);
        return request;
    }

    public SourcesFileView File() => file.Look();

    public Task<SourceKnowledge> Know(string source, CancellationToken cancellation) => knowledge.Know(source, cancellation);

    public Task<SourceTrial> Try(string url, CancellationToken cancellation) => file.Try(url, cancellation);

    /// <returns>Why nothing was changed; null when it was.</returns>
    public async Task<string?> Pause(string source, bool paused, string reason, string who, string seen, CancellationToken cancellation)
    {
        if (file.Pause(source, paused, reason, who, seen) is { } problem)
            return problem;
        await requests.TellPaused([.. file.Look().Sources.Where(listed => listed.IsPaused).Select(listed => listed.Name)], cancellation);
        overview.Forget();
        await audit.Add(who, paused ? "source.paused" : "source.resumed", source, reason, cancellation);
        return null;
    }

    /// <returns>Why nothing was changed; null when it was.</returns>
    public async Task<string?> Add(string name, string start, string who, string seen, CancellationToken cancellation)
    {
        if (file.Add(name, start, who, seen) is { } problem)
            return problem;
        await audit.Add(who, "source.added", name, start, cancellation);
        return null;
    }
}
