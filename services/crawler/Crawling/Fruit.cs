namespace Pipeline.Crawler.Crawling;

/// <summary>What a visit brought.</summary>
public enum Fruit
{
    Nothing,

    /// <summary>Only new addresses among which its own is one: how every trap goes on.</summary>
    MoreOfTheSame,

    /// <summary>New links that announce reports, elsewhere than among addresses like its own.</summary>
    Promise,

    /// <summary>A document.</summary>
    Document,
}
