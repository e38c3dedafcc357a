using Pipeline.Extractor.Work;

namespace Pipeline.Extractor.Tests.Work;

public sealed class WorkLimitTests
{
    private static readonly WorkLimit Limit = new(TimeSpan.FromSeconds(25));

    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource<int> _work = new();
    private TimeSpan _worked;

    [Fact]
    public async Task Work_that_did_not_get_its_turn_is_waited_for()
    {
        var waiting = Limit.Await(_work.Task, () => _worked, _time, default);
        await _time.Pass(TimeSpan.FromSeconds(60));
        _worked = TimeSpan.FromSeconds(20);
        await _time.Pass(TimeSpan.FromSeconds(10));

        _work.SetResult(7);

        Assert.Equal(7, await waiting);
    }

    [Fact]
    public async Task Work_beyond_the_limit_is_given_up()
    {
        var waiting = Limit.Await(_work.Task, () => _worked, _time, default);
        _worked = TimeSpan.FromSeconds(25);
        await _time.Pass(TimeSpan.FromSeconds(26));

        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
    }

    [Fact]
    public async Task What_hangs_without_working_is_given_up_far_beyond()
    {
        var waiting = Limit.Await(_work.Task, () => _worked, _time, default);
        await _time.Pass(TimeSpan.FromSeconds(60));
        await _time.Pass(TimeSpan.FromSeconds(60));

        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
    }

    [Fact]
    public async Task A_failure_of_the_work_itself_is_its_own()
    {
        _work.SetException(new TimeoutException("its own"));

        Assert.Equal("its own", (await Assert.ThrowsAsync<TimeoutException>(() => Limit.Await(_work.Task, () => _worked, _time, default))).Message);
    }
}
