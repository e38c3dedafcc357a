namespace Pipeline.Releases.Publishing;

/// <summary>What the person who releases says of it.</summary>
/// <param name="Author">Who publishes it, for citations.</param>
/// <param name="Filter">The filter in words of the command line; empty for none.</param>
/// <param name="Program">Version of the program.</param>
public sealed record ReleaseChoice(string Author, string Filter, string Program);
