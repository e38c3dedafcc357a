namespace Pipeline.Extractor.Readers;

/// <summary>Something outside the program that readers use, and what is lost without it.</summary>
/// <param name="Name">As a person knows it.</param>
/// <param name="Found">Version or place; null where it is missing.</param>
/// <param name="Cost">What happens without it, in a sentence.</param>
/// <param name="Install">How to get it.</param>
public sealed record InstalledPiece(string Name, string? Found, string Cost, string Install);
