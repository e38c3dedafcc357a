using Pipeline.Web.Answers;

namespace Pipeline.Web.Tests.Answers;

public sealed class AnswerCacheTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);

    private readonly HandSetClock _clock = new();
    private readonly AnswerCache<string, int> _answers;
    private Task _gate = Task.CompletedTask;
    private TimeSpan _cost = Lasting;
    private int _made;

    public AnswerCacheTests() => _answers = new AnswerCache<string, int>(Make, Moment, Lasting, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_quick_is_made_anew_each_time()
    {
        _cost = TimeSpan.Zero;

        Assert.Equal(1, (await _answers.Get("all", Cancellation)).Answer);
        Assert.Equal(2, (await _answers.Get("all", Cancellation)).Answer);
    }

    [Fact]
    public async Task What_is_slow_is_kept_until_it_is_old()
    {
        var first = await _answers.Get("all", Cancellation);
        var again = await _answers.Get("all", Cancellation);
        _clock.Now += Lasting;

        Assert.Equal((1, 1), (first.Answer, again.Answer));
        Assert.Equal(2, (await _answers.Get("all", Cancellation)).Answer);
    }

    [Fact]
    public async Task What_was_barely_slow_is_soon_made_anew()
    {
        _cost = Moment * 2;
        await _answers.Get("all", Cancellation);
        _clock.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(2, (await _answers.Get("all", Cancellation)).Answer);
    }

    [Fact]
    public async Task The_old_is_shown_while_the_new_is_made()
    {
        var first = await _answers.Get("all", Cancellation);
        _clock.Now += Lasting;
        var gate = Close();

        var meanwhile = await _answers.Get("all", Cancellation);
        gate.SetResult();
        await Until(2);

        Assert.Equal(first with { IsOld = true }, meanwhile);
    }

    [Fact]
    public async Task Nothing_is_shown_while_it_is_made_for_the_first_time_unless_one_waits()
    {
        var gate = Close();

        Assert.Null(await _answers.Soon("all", Cancellation));
        gate.SetResult();
        Assert.Equal(1, (await _answers.Get("all", Cancellation)).Answer);
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_answer()
    {
        var gate = Close();
        var all = Enumerable.Range(0, 5).Select(_ => _answers.Get("all", Cancellation)).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(all), kept => Assert.Equal(1, kept.Answer));
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        _gate = Task.FromException(new InvalidOperationException("The database is away."));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _answers.Get("all", Cancellation));
        _gate = Task.CompletedTask;

        Assert.Equal(1, (await _answers.Get("all", Cancellation)).Answer);
    }

    [Fact]
    public async Task What_somebody_changed_is_made_anew()
    {
        await _answers.Get("all", Cancellation);
        _answers.Forget("all");

        Assert.Equal(2, (await _answers.Get("all", Cancellation)).Answer);
    }

    public void Dispose() => _answers.Dispose();

    private async Task<int> Make(string key)
    {
        await _gate;
        _clock.Now += _cost;
        return ++_made;
    }

    private TaskCompletionSource Close()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = gate.Task;
        return gate;
    }

    private async Task Until(int made)
    {
        while (Volatile.Read(ref _made) < made)
            await Task.Delay(5, Cancellation);
    }

    /// <summary>Stands still but for who sets it; who waits, waits in real time.</summary>
    private sealed class HandSetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.UtcTicks;
    }
}
