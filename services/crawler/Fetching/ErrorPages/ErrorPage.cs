namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>An answer that is neither content nor an honest failure.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detector">Who says so, such as <c>challenge.jiasule</c>; stable, it is counted.</param>
/// <param name="Evidence">What was seen, in one line for a person.</param>
internal sealed record ErrorPage(ErrorPageKind Kind, string Detector, string Evidence);
