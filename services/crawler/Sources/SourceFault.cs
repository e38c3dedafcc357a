namespace Pipeline.Crawler.Sources;

/// <summary>One thing wrong in a sources file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record SourceFault(int Line, string Message);
