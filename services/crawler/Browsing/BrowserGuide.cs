namespace Pipeline.Crawler.Browsing;

/// <summary>What a browser is to look for on a page.</summary>
/// <param name="IsRow">Whether an element with this text may be a row that is worth opening.</param>
/// <param name="IsEnough">Whether what was shown so far teaches all there is to learn; asked after each part of the list.</param>
public sealed record BrowserGuide(Func<string, bool> IsRow, Func<BrowsedPage, bool> IsEnough);
