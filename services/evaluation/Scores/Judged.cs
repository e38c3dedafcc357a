namespace Pipeline.Evaluation.Scores;

/// <summary>A stated probability and what came of it.</summary>
public readonly record struct Judged(double Confidence, bool IsRight);
