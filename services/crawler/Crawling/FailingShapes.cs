using System.Collections.Concurrent;
using Pipeline.Crawler.Discovery.Addresses;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Frontier;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// Addresses of one shape that all answer with an error of the server: a few are asked again, the others wait for what those bring. A part of a site
/// that is broken costs a few requests, and one that was broken for a moment loses nothing.
/// </summary>
internal sealed class FailingShapes
{
    // As many addresses are asked as often as any other; sixty links that all answer 500 cost a quarter of asking each.
    private const int Probes = 6;

    // What is not asked again by then was taken out of the queue.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Failures> _shapes = new(StringComparer.Ordinal);

    /// <summary>How long the address waits until those asked before it have been asked again; null when it need not.</summary>
    public TimeSpan? Waits(KnownUrl url, DateTimeOffset now) => Of(url) is { } failures && failures.SpeakFor(url) ? failures.LongestPause(now) * 1.5 : null;

    /// <summary>Whether all that was asked, and asked again, failed.</summary>
    public bool IsBroken(KnownUrl url, DateTimeOffset now) => Of(url) is { } failures && failures.SpeakFor(url) && failures.LongestPause(now) is null;

    /// <summary>An address is tried again, or is not to be tried any more.</summary>
    public void Take(KnownUrl url) => Of(url)?.Take(url.Key);

    /// <summary>Notes an answer and what it means.</summary>
    public void Note(KnownUrl url, FetchResponse answer, ResponseMeaning meaning, DateTimeOffset now)
    {
        var name = NameOf(url);
        // 503 speaks of the host's load: its pace answers that.
        if (answer is Answered { Status: >= 500 and not 503 })
            _shapes.GetOrAdd(name, _ => new Failures()).Add(url.Key, meaning is AskAgain again ? new(again.After, now + again.After + Patience) : null);
        else if (answer is Answered { Status: < 400 })
            _shapes.TryRemove(name, out _);
    }

    private Failures? Of(KnownUrl url) => _shapes.GetValueOrDefault(NameOf(url));

    private static string NameOf(KnownUrl url) => url.Host + UrlShape.Of(url.Url).Shape;

    /// <param name="Until">By then it was asked.</param>
    private sealed record Retry(TimeSpan Pause, DateTimeOffset Until);

    private sealed class Failures
    {
        // Null for those that are not asked again.
        private readonly Dictionary<long, Retry?> _asked = [];

        /// <summary>Null when none is asked again.</summary>
        public TimeSpan? LongestPause(DateTimeOffset now)
        {
            lock (_asked)
                return _asked.Values.Where(retry => retry is not null && retry.Until > now).Max(retry => retry?.Pause);
        }

        public bool SpeakFor(KnownUrl other)
        {
            lock (_asked)
                return _asked.Count >= Probes && !_asked.ContainsKey(other.Key);
        }

        public void Add(long key, Retry? retry)
        {
            lock (_asked)
                _asked[key] = retry;
        }

        public void Take(long key)
        {
            lock (_asked)
                if (_asked.ContainsKey(key))
                    _asked[key] = null;
        }
    }
}
