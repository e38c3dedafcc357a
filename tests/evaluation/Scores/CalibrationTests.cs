using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Tests.Scores;

public sealed class CalibrationTests
{
    [Fact]
    public void Nine_in_ten_right_at_nine_tenths_is_no_error()
    {
        Judged[] judged = [.. Enumerable.Range(0, 10).Select(i => new Judged(0.9, i > 0))];

        Assert.Equal(0, Calibration.Error(judged)!.Value, 9);
        Assert.Equal(0.09, Calibration.Brier(judged)!.Value, 9);
    }

    [Fact]
    public void Errors_of_bins_are_weighed_by_their_readings()
    {
        Judged[] judged = [new(1, true), new(1, true), new(1, true), new(0.25, true)];

        Assert.Equal(0.75 / 4, Calibration.Error(judged)!.Value, 9);
    }

    [Fact]
    public void Nothing_has_no_error()
    {
        Assert.Null(Calibration.Error([]));
        Assert.Null(Calibration.Brier([]));
    }
}
