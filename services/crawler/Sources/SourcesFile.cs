namespace Pipeline.Crawler.Sources;

/// <summary>A sources file that is right in every line.</summary>
/// <param name="AllowPrivate">Loopback or private addresses, <c>HOST:PORT</c>, that may be visited all the same: for tests and simulators.</param>
public sealed record SourcesFile(IReadOnlyList<Source> Sources, IReadOnlyList<string> AllowPrivate);
