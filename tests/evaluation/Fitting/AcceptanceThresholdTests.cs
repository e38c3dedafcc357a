using Pipeline.Evaluation.Fitting;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Tests.Fitting;

public sealed class AcceptanceThresholdTests
{
    [Fact]
    public void Not_one_wrong_record_among_a_few_is_accepted() =>
        Assert.Equal(0.9995, AcceptanceThreshold.For([.. Sure(50), new Judged(0.9994, false), new Judged(0.9993, true)]));

    [Fact]
    public void One_wrong_record_in_a_thousand_keeps_the_target() =>
        Assert.Equal(0.9991, AcceptanceThreshold.For([.. Sure(2000), new Judged(0.9991, false)]));

    [Fact]
    public void Records_are_accepted_only_as_long_as_the_expected_errors_keep_the_target() =>
        Assert.Equal(0.9995, AcceptanceThreshold.For([.. Sure(10), new Judged(0.95, true)]));

    [Fact]
    public void A_record_that_does_not_keep_the_target_by_itself_is_not_accepted() =>
        Assert.Equal(0.9995, AcceptanceThreshold.For([.. Sure(2000), new Judged(0.9985, true)]));

    [Fact]
    public void Where_the_surest_is_wrong_nothing_is_accepted() => Assert.Equal(1, AcceptanceThreshold.For([new Judged(0.9999, false)]));

    private static IEnumerable<Judged> Sure(int count) => Enumerable.Repeat(new Judged(0.9995, true), count);
}
