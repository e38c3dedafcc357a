using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class RetryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 20, 22, 0, 0, TimeSpan.Zero);
    private static readonly RetryPolicy Policy = new(new());

    [Theory]
    [InlineData(200)]
    [InlineData(304)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public void Answers_that_say_all_there_is_to_say_are_no_failures(int status) => Assert.Null(Policy.Decide(Answers.Status(status), 1, Now));

    [Fact]
    public void A_redirect_is_no_failure() => Assert.Null(Policy.Decide(Answers.Redirect("/b"), 1, Now));

    [Theory]
    [InlineData(500, 3)]
    [InlineData(502, 3)]
    [InlineData(408, 3)]
    [InlineData(429, 6)]
    [InlineData(503, 6)]
    [InlineData(501, 1)]
    [InlineData(521, 1)]
    public void A_status_is_tried_so_often(int status, int requests) => Assert.Equal(requests, Requests(Answers.Status(status)));

    [Theory]
    [InlineData(FetchFailure.Reset, 3)]
    [InlineData(FetchFailure.Truncated, 3)]
    [InlineData(FetchFailure.TimedOut, 3)]
    [InlineData(FetchFailure.ConnectFailed, 3)]
    [InlineData(FetchFailure.NameLookupFailed, 3)]
    [InlineData(FetchFailure.NameUnknown, 2)]
    [InlineData(FetchFailure.TlsFailed, 2)]
    [InlineData(FetchFailure.Malformed, 2)]
    [InlineData(FetchFailure.AddressRefused, 1)]
    [InlineData(FetchFailure.TooLarge, 1)]
    [InlineData(FetchFailure.TooSlow, 1)]
    [InlineData(FetchFailure.HeaderTooLarge, 1)]
    [InlineData(FetchFailure.DecompressionBomb, 1)]
    [InlineData(FetchFailure.EncodingUnknown, 1)]
    [InlineData(FetchFailure.BadRedirect, 1)]
    [InlineData(FetchFailure.MediaUnwanted, 1)]
    public void A_failure_is_tried_so_often(FetchFailure failure, int requests) => Assert.Equal(requests, Requests(Answers.Failure(failure)));

    [Theory]
    [InlineData(FetchFailure.TooLarge, true)]
    [InlineData(FetchFailure.ConnectFailed, false)]
    public void How_often_the_settings_let_it_try_says_nothing_of_whether_a_failure_lasts(FetchFailure failure, bool lasts) =>
        Assert.Equal(lasts, new RetryPolicy(new() { Attempts = 1 }).Decide(Answers.Failure(failure), 1, Now)!.IsLasting);

    [Fact]
    public void Pauses_double_up_to_their_bound()
    {
        var policy = new RetryPolicy(new() { Attempts = 20 });
        Assert.Equal(
            [5, 10, 20, 40, 80, 160, 320, 600, 600],
            Enumerable.Range(1, 9).Select(attempts => (int)policy.Decide(Answers.Failure(FetchFailure.Reset), attempts, Now)!.After!.Value.TotalSeconds));
    }

    [Fact]
    public void A_longer_pause_asked_for_is_kept_and_a_shorter_one_does_not_hurry_us()
    {
        Assert.Equal(TimeSpan.FromSeconds(120), Policy.Decide(Answers.Status(503, ("Retry-After", "120")), 1, Now)!.After);
        Assert.Equal(TimeSpan.FromSeconds(5), Policy.Decide(Answers.Status(503, ("Retry-After", "1")), 1, Now)!.After);
    }

    [Fact]
    public void The_last_decision_says_what_happened_and_how_often()
    {
        var decision = Policy.Decide(Answers.Failure(FetchFailure.Reset), 3, Now)!;
        Assert.False(decision.IsRetried);
        Assert.Equal("It is Reset. 3 requests were made.", decision.Reason);
    }

    private static int Requests(FetchResponse answer)
    {
        var attempts = 1;
        while (Policy.Decide(answer, attempts, Now)!.IsRetried)
            attempts++;
        return attempts;
    }
}
