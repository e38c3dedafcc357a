namespace Pipeline.Crawler.Frontier;

/// <summary>A document as it was found.</summary>
/// <param name="Referrer">The page, or the part of a list, that links it; null for a start address.</param>
public sealed record FoundDocument(Uri? Referrer, string LinkText, DateTimeOffset FoundAt);
