using System.Globalization;

namespace Pipeline.Crawler.Fetching;

/// <summary>Decides which failed requests are worth making again, and when. Pure.</summary>
public sealed class RetryPolicy(RetryOptions options)
{
    /// <param name="answer">The answer that came.</param>
    /// <param name="attempts">Requests made so far, this one included: from 1.</param>
    /// <param name="now">When the answer came.</param>
    /// <returns>Null when the answer is no failure: a body, 304, a redirect, or a status such as 404 that says all there is to say.</returns>
    public RetryDecision? Decide(FetchResponse answer, int attempts, DateTimeOffset now)
    {
        var (what, most) = answer switch
        {
            Unanswered unanswered => (unanswered.Reason, AttemptsFor(unanswered.Failure)),
            Answered => ($"The server answered {answer.Status.ToString(CultureInfo.InvariantCulture)}.", AttemptsFor(answer.Status)),
            _ => ("", null),
        };
        if (most is not { } limit)
            return null;
        if (attempts >= limit)
            return new(null, limit == 1 ? what : $"{what} {attempts} requests were made.", IsLasting(answer));
        return new(Pause(answer, attempts, now), what);
    }

    private int? AttemptsFor(int status) => status switch
    {
        429 or 503 => options.AttemptsUnderLoad,
        408 or 425 or 500 or 502 or 504 => options.Attempts,
        // 501, 505 and the like will not change within a night; 521 and its kin are answers of a challenge.
        >= 500 => 1,
        _ => null,
    };

    private int? AttemptsFor(FetchFailure failure) => failure switch
    {
        FetchFailure.NameLookupFailed or FetchFailure.ConnectFailed or FetchFailure.TimedOut or FetchFailure.Reset or FetchFailure.Truncated => options.Attempts,
        // Mostly lasting, but a handshake, a resolver or a proxy on the way stumbles now and then: one more request tells.
        FetchFailure.NameUnknown or FetchFailure.TlsFailed or FetchFailure.Malformed => Math.Min(options.Attempts, 2),
        _ => 1,
    };

    private static bool IsLasting(FetchResponse answer) => answer switch
    {
        Unanswered unanswered => unanswered.Failure is FetchFailure.TooSlow or FetchFailure.HeaderTooLarge or FetchFailure.TooLarge or FetchFailure.DecompressionBomb or FetchFailure.EncodingUnknown
            or FetchFailure.BadRedirect or FetchFailure.MediaUnwanted,
        _ => answer.Status is 501 or > 504,
    };

    private TimeSpan Pause(FetchResponse answer, int attempts, DateTimeOffset now)
    {
        var own = options.FirstPause * Math.Pow(2, attempts - 1);
        var pause = own < options.LongestPause ? own : options.LongestPause;
        return RetryAfter.Of(answer, now) is { } asked && asked > pause ? asked : pause;
    }
}
