namespace Pipeline.Crawler.Sources;

/// <summary>What a portal suggests.</summary>
/// <param name="Sources">One for each body that it names, in its order.</param>
/// <param name="Trouble">Why the portal's own page told nothing: refused, failed, declined; null when it was read.</param>
public sealed record ProposedSources(IReadOnlyList<ProposedSource> Sources, string? Trouble);
