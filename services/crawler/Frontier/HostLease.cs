namespace Pipeline.Crawler.Frontier;

/// <summary>A host that this process alone visits until the lease ends.</summary>
/// <param name="IsNew">Whether nobody has visited it in this crawl yet.</param>
public sealed record HostLease(string Host, bool IsNew);
