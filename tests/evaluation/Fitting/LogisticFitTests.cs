using System.Collections.Immutable;
using Pipeline.Extractor.Scoring;
using Pipeline.Evaluation.Fitting;

namespace Pipeline.Evaluation.Tests.Fitting;

public sealed class LogisticFitTests
{
    private static readonly ImmutableArray<EvidenceFeature<double[]>> Features = [new("for", true, values => values[0]), new("against", false, values => values[1])];

    private static readonly LogisticModel<double[]> Prior = new(Features, 0, [0, 0]);

    [Fact]
    public void Probabilities_come_to_the_shares_that_were_seen()
    {
        Example[] examples = [new("a", [0, 0], 300, 100), new("a", [1, 0], 900, 100), new("a", [0, 1], 200, 800)];

        var model = LogisticFit.Fit(Prior, examples, penalty: 0.001);

        Assert.Equal(0.75, model.Probability([0, 0]), 3);
        Assert.Equal(0.9, model.Probability([1, 0]), 3);
        Assert.Equal(0.2, model.Probability([0, 1]), 3);
    }

    [Fact]
    public void A_weight_never_leaves_its_side_of_zero()
    {
        // Here the feature that should support goes with errors, and the other one with right readings.
        Example[] examples = [new("a", [0, 0], 50, 50), new("a", [1, 0], 10, 90), new("a", [0, 1], 90, 10)];

        var model = LogisticFit.Fit(Prior, examples, penalty: 0.001);

        Assert.Equal([0, 0], model.Weights);
        Assert.Equal(0.5, model.Probability([1, 0]), 3);
    }

    [Fact]
    public void A_feature_without_examples_keeps_its_weight()
    {
        var prior = Prior with { Base = 2, Weights = [1, -3] };

        Assert.Equal(-3, LogisticFit.Fit(prior, [new("a", [1, 0], 99, 1)], penalty: 1).Weights[1]);
        Assert.Equal(prior, LogisticFit.Fit(prior, [], penalty: 1) with { Weights = prior.Weights });
    }

    [Fact]
    public void Examples_that_are_all_right_do_not_make_certain()
    {
        var model = LogisticFit.Fit(Prior, [new("a", [0, 0], 100000, 0)], penalty: 1);

        Assert.InRange(model.Probability([0, 0]), 0.99, 0.9999);
    }
}
