using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Tests.Scores;

public sealed class ErrorBoundTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 100, 0.0295)]
    [InlineData(1, 100, 0.0466)]
    [InlineData(5, 50, 0.1988)]
    [InlineData(0, 1, 0.95)]
    [InlineData(3, 3, 1)]
    public void It_is_that_of_Clopper_and_Pearson(int errors, int trials, double bound) => Assert.Equal(bound, ErrorBound.Of(errors, trials), 4);
}
