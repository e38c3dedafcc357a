namespace Pipeline.Crawler.Fetching;

/// <summary>
/// Makes one request and gives one answer. Redirects are answers, not followed: whoever follows one checks robots.txt, pace and frontier first.
/// Whatever a server does ends as a <see cref="FetchResponse"/>; only cancellation throws.
/// </summary>
public interface IFetcher
{
    Task<FetchResponse> Fetch(FetchRequest order, CancellationToken cancellation);
}
