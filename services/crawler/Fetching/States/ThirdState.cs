namespace Pipeline.Crawler.Fetching.States;

/// <summary>An answer that is neither content nor an honest failure.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Recogniser">Who says so, such as <c>challenge.jiasule</c>; stable, it is counted.</param>
/// <param name="Evidence">What was seen, in one line for a person.</param>
public sealed record ThirdState(ThirdStateKind Kind, string Recogniser, string Evidence);
