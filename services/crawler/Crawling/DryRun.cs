using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Crawling;

/// <summary>What a crawl would do with one page.</summary>
/// <param name="State">What the answer is, in one line: a list, a document, a redirect, a challenge, a failure, ….</param>
/// <param name="IsDocument">Whether the page itself would go to the extractor.</param>
/// <param name="Links">What it leads to, best first.</param>
public sealed record DryRun(Uri Url, int Status, string State, bool IsDocument, IReadOnlyList<DryRunLink> Links)
{
    /// <summary>How its lists are asked for, with the first rows of each.</summary>
    public IReadOnlyList<DryRunList> Lists { get; init; } = [];

    /// <summary>Whether nothing came that a crawl could use: refused, failed, or sent where nobody goes.</summary>
    public bool HasFailed { get; init; }
}

/// <summary>One link and what would become of it.</summary>
/// <param name="Score">Place in the queue, 0..100.</param>
/// <param name="Followed">Whether a crawl would follow it.</param>
/// <param name="Why">Evidence for the score, or why it is left alone.</param>
public sealed record DryRunLink(Uri Url, string Text, LinkKind Kind, int Score, bool Followed, string Why)
{
    internal static DryRunLink Of(LinkFilter.Decision decision) =>
        new(decision.Link.Url, decision.Link.Text, decision.Link.Kind, decision.Score.Value, decision.Queued is not null, $"{decision.Why} [{decision.Link.Rule}]");
}
