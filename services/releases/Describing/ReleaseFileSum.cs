namespace Pipeline.Releases.Describing;

/// <summary>A file of a release with what proves that it is whole.</summary>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record ReleaseFileSum(string Name, long Bytes, string Sha256);
