namespace Pipeline.Crawler.Sources;

/// <summary>A source that a portal's list of bodies suggests.</summary>
/// <param name="Name">The body, as the portal calls it.</param>
/// <param name="Start">Its column of reports; its own page where none was found.</param>
/// <param name="HasColumn">Whether the column was found.</param>
public sealed record ProposedSource(string Name, Uri Start, bool HasColumn);
