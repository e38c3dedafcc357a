using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Browsing;

/// <summary>What a browser's visit taught of a list.</summary>
/// <param name="Recipe">The request that brings its rows; null when none of those made could be read.</param>
/// <param name="Rows">Rows that were shown, as links.</param>
/// <param name="IsWhole">Whether the recipe accounts for every row that was shown, so that nothing more need be turned or clicked.</param>
internal sealed record LearnedList(FoundLink? Recipe, IReadOnlyList<FoundLink> Rows, bool IsWhole);
