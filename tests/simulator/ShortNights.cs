namespace Pipeline.Simulator.Tests;

/// <summary>A web small enough for <c>./test</c>; one of its sites has a Crawl-delay and answers 429, others 503.</summary>
public sealed class ShortNights() : TwoNights(new(Sites: 5, Documents: 4, Noise: 4), requestsBeforeKill: 60);
