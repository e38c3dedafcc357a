namespace Pipeline.Crawler.Crawling;

/// <summary>What a visit brought.</summary>
public enum Fruit
{
    Nothing,

    /// <summary>Only new addresses among which its own is one: how every trap goes on.</summary>
    MoreOfTheSame,

    /// <summary>New links that announce reports, among addresses of another shape but in its own part of the site.</summary>
    PromiseNearby,

    /// <summary>New links that announce reports, in another part of the site.</summary>
    Promise,

    /// <summary>A document.</summary>
    Document,
}
