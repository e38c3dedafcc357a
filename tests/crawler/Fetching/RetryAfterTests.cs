using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 20, 22, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", null, 120)]
    [InlineData(" 0 ", null, 0)]
    [InlineData("Tue, 20 Jan 2026 22:01:00 GMT", null, 60)]
    [InlineData("Tuesday, 20-Jan-26 22:01:00 GMT", null, 60)]
    [InlineData("Tue Jan 20 22:01:00 2026", null, 60)]
    [InlineData("Tue, 20 Jan 2026 21:00:00 GMT", null, 0)]
    // The server's clock is five hours ahead; its pause is not.
    [InlineData("Wed, 21 Jan 2026 03:00:30 GMT", "Wed, 21 Jan 2026 03:00:00 GMT", 30)]
    public void Both_forms_are_read(string value, string? date, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(value, date, Now));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    public void Anything_else_is_nothing(string value) => Assert.Null(RetryAfter.Parse(value, null, Now));

    [Fact]
    public void Endless_seconds_are_a_long_time() => Assert.True(RetryAfter.Parse("99999999999999999999", null, Now) > TimeSpan.FromDays(30));

    [Fact]
    public void A_successful_answer_asks_for_nothing() => Assert.Null(RetryAfter.Of(Answers.Status(200, ("Retry-After", "120")), Now));
}
