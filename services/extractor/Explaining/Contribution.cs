using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Explaining;

/// <summary>What one feature added to the logit of a confidence.</summary>
/// <param name="Value">Of the feature, 0..1.</param>
/// <param name="Logit">Weight times value; above 0 it raised the confidence.</param>
public sealed record Contribution(string Feature, double Value, double Logit)
{
    /// <summary>The base and every feature that is present.</summary>
    public static ImmutableArray<Contribution> Of<T>(LogisticModel<T> model, T evidence) =>
    [
        new(EvidenceFeatures.Base, 1, model.Base),
        .. model.Features.Zip(model.Weights, (feature, weight) => new Contribution(feature.Name, Math.Round(feature.Value(evidence), 4), Math.Round(weight * feature.Value(evidence), 4)))
            .Where(contribution => contribution.Value != 0),
    ];
}
