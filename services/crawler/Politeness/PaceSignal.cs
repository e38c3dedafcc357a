using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Politeness;

/// <summary>What an answer tells about how its host bears our visits.</summary>
/// <param name="Effect">Whether it showed strain.</param>
/// <param name="Latency">Until the answer began; null when it says nothing of the host.</param>
/// <param name="Pause">Pause that the host asked for with Retry-After; null when it did not.</param>
/// <param name="IsBrokenOff">We stopped reading: the host goes on sending until it notices, and is left alone so long.</param>
/// <param name="SeenAt">Time by which the request had surely arrived; null when none was sent.</param>
public sealed record PaceSignal(PaceEffect Effect, TimeSpan? Latency = null, TimeSpan? Pause = null, bool IsBrokenOff = false, DateTimeOffset? SeenAt = null)
{
    /// <summary>Nothing was sent, so nothing was learned.</summary>
    public static PaceSignal None { get; } = new(PaceEffect.None);

    /// <param name="answer">The answer that came.</param>
    /// <param name="now">Time at which it came, for a Retry-After date of a server that sends no Date.</param>
    public static PaceSignal Of(FetchResponse answer, DateTimeOffset now) => answer switch
    {
        Unanswered { Failure: FetchFailure.AddressRefused } => None,
        Unanswered { Failure: var failure } unanswered => new(EffectOf(failure), unanswered.Status == 0 ? null : answer.Latency, RetryAfter.Of(answer, now), IsOurs(failure), ArrivalOf(answer)),
        _ => new(EffectOf(answer.Status), answer.Latency, RetryAfter.Of(answer, now), SeenAt: ArrivalOf(answer)),
    };

    private static DateTimeOffset ArrivalOf(FetchResponse answer) => answer.StartedAt + answer.Latency;

    private static PaceEffect EffectOf(int status) => status switch
    {
        // 403, 412 and 521 are how sites turn away programs that come too often.
        403 or 408 or 412 or 420 or 429 or 502 or 503 or 504 or 509 or (>= 520 and <= 530) => PaceEffect.Strain,
        >= 500 => PaceEffect.None,
        _ => PaceEffect.Ease,
    };

    private static bool IsOurs(FetchFailure failure) => failure is
        FetchFailure.TimedOut or FetchFailure.TooSlow or FetchFailure.TooLarge or FetchFailure.HeaderTooLarge or FetchFailure.MediaUnwanted;

    private static PaceEffect EffectOf(FetchFailure failure) => failure switch
    {
        FetchFailure.ConnectFailed or FetchFailure.TimedOut or FetchFailure.Reset => PaceEffect.Strain,
        _ => PaceEffect.None,
    };
}
