namespace Pipeline.Evaluation.Fitting;

/// <summary>Readings with the same evidence in the same layout, counted.</summary>
/// <param name="Values">Of the features, in their order.</param>
internal sealed record Example(string Layout, double[] Values, int Right, int Wrong);
