namespace Pipeline.Crawler.Frontier;

/// <summary>Links of one page that announce reports and lead to a host that no source names.</summary>
/// <param name="Followed">Whether they are followed all the same.</param>
/// <param name="Sample">One of them.</param>
public sealed record ReportLead(string Host, int Links, bool Followed, Uri Sample);
