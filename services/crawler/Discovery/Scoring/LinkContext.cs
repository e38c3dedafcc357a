namespace Pipeline.Crawler.Discovery.Scoring;

/// <summary>What is known of the page that holds a link.</summary>
/// <param name="Score">Score under which the page itself was queued, 0..100.</param>
/// <param name="NamesReports">Whether its title, headings or address announce reports.</param>
/// <param name="Keywords">The source's own words.</param>
public sealed record LinkContext(int Score, int Depth, bool NamesReports, IReadOnlyList<string> Keywords)
{
    /// <summary>Whether the page was named as a disclosure column: what it leads to, and its site does not lead to everywhere, is on the way to the reports.</summary>
    public bool NamesDisclosure { get; init; }

    public static LinkContext Start(IReadOnlyList<string> keywords) => new(100, 0, false, keywords);
}
