namespace Pipeline.Extractor.Scoring;

/// <summary>One number that speaks for or against a reading.</summary>
/// <param name="Name">As it stands in the model's file.</param>
/// <param name="Supports">Whether more of it may only raise the probability; otherwise it may only lower it.</param>
/// <param name="Value">0..1, so that weights compare.</param>
public sealed record EvidenceFeature<T>(string Name, bool Supports, Func<T, double> Value);
