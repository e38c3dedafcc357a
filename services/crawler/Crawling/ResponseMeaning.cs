using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>What a response is to whoever asked for it: the crawl, a fetch anew on request, or a dry run.</summary>
public abstract record ResponseMeaning;

/// <summary>Content that came with a good status and is no error page in disguise.</summary>
internal sealed record ContentCame(Answered Response, ContentClassification Content) : ResponseMeaning;

/// <summary>The content is the one that is held.</summary>
internal sealed record ContentIsHeld(Answered Response) : ResponseMeaning;

/// <summary>The address goes by another spelling, which takes its place.</summary>
internal sealed record Respelt(KnownUrl Next) : ResponseMeaning;

/// <summary>It sends on, by its status or by a page that does nothing else.</summary>
/// <param name="Next">The target; null when it belongs to no source, so that nobody goes there.</param>
/// <param name="Stub">The page that sent on; null where the status did.</param>
internal sealed record SentOn(KnownUrl? Next, string Reason, ContentCame? Stub) : ResponseMeaning;

/// <summary>A failure that may pass.</summary>
/// <param name="After">From now.</param>
internal sealed record AskAgain(TimeSpan After, string Reason) : ResponseMeaning;

/// <summary>Nothing to read, and why.</summary>
/// <param name="IsOfTheWay">Whether the redirects on the way there are at fault, and not the address.</param>
/// <param name="IsLasting">Whether another night will hardly bring another answer.</param>
internal sealed record NothingCame(FetchOutcome Outcome, string Reason, bool IsOfTheWay = false, bool IsLasting = false) : ResponseMeaning;
