namespace Pipeline.Host.SampleSite;

/// <summary>One request that the sample site answered.</summary>
/// <param name="Conditional">Whether it asked for the body only if it changed.</param>
public sealed record SampleRequest(string Path, int Status, bool Conditional);
