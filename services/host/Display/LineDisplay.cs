using System.Globalization;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Display;

/// <summary>One line every few seconds.</summary>
internal sealed class LineDisplay(Terminal terminal, TimeProvider clock) : ICrawlDisplay
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();
    private DateTimeOffset _last;

    public void Report(CrawlProgress value) => Line(
        string.Create(CultureInfo.InvariantCulture, $"crawling {value.Elapsed:mm\\:ss}: {value.Requests} requests, {value.Found} documents, {value.New} new, {value.Failed} failed, {value.Queued} addresses queued"));

    public void Reading(long waiting) => Line(string.Create(CultureInfo.InvariantCulture, $"reading: {waiting} documents to go"));

    public Task<T> Show<T>(Func<Task<T>> work) => work();

    private void Line(string text)
    {
        lock (_turn)
        {
            var now = clock.GetUtcNow();
            if (now - _last < Pause)
                return;
            _last = now;
            terminal.Say(text);
        }
    }
}
