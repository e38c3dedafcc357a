namespace Pipeline.Releases.Describing;

/// <summary>What a release says of itself.</summary>
/// <param name="Id">Day of the last change and the first digits of the hash over its tables: the same tables have the same id.</param>
/// <param name="AsOf">When the data changed last.</param>
/// <param name="Author">Who publishes it, for citations.</param>
/// <param name="Filter">What it was restricted to, as options of the command line; empty for everything.</param>
/// <param name="Records">How many records it has.</param>
/// <param name="Program">Version of the program that wrote it.</param>
public sealed record ReleaseAbout(string Id, DateTimeOffset AsOf, string Author, string Filter, long Records, string Program);
