using System.Collections.Immutable;

namespace Pipeline.Extractor.Scoring;

/// <summary>A monotone logistic model: every weight has the sign that its feature promises, so that more evidence never lowers a probability.</summary>
/// <param name="Base">Logit of a reading without any feature.</param>
/// <param name="Weights">One a feature, in their order.</param>
public sealed record LogisticModel<T>(ImmutableArray<EvidenceFeature<T>> Features, double Base, ImmutableArray<double> Weights)
{
    // Certainty cannot be learned from examples; records show four places.
    private const double Most = 0.9999;

    public double Logit(T evidence)
    {
        var logit = Base;
        for (var i = 0; i < Features.Length; i++)
            logit += Weights[i] * Features[i].Value(evidence);
        return logit;
    }

    /// <summary>0..0.9999, rounded to four places so that records are stable.</summary>
    public double Probability(T evidence) => Math.Min(Most, Math.Round(1 / (1 + Math.Exp(-Logit(evidence))), 4));
}
