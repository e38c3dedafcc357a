using System.Globalization;
using Pipeline.Crawler.Crawling;
using Spectre.Console;

namespace Pipeline.Host.Display;

/// <summary>Two bars: addresses visited, and documents read.</summary>
internal sealed class BarDisplay(IAnsiConsole console) : ICrawlDisplay
{
    private ProgressTask? _visits;
    private ProgressTask? _reading;

    public void Report(CrawlProgress value)
    {
        if (_visits is null)
            return;
        // A crawl finds its work as it goes: the bar shows what is known so far, and is held below full until the end.
        _visits.MaxValue = value.Requests + value.Queued + 1;
        _visits.Value = value.Requests;
        var host = value.Hosts.Count > 0 ? value.Hosts[0].Host : "";
        _visits.Description = string.Create(CultureInfo.InvariantCulture, $"Crawling {Markup.Escape(host)}  {value.Requests} requests, {value.Found} documents, {value.Failed} failed");
    }

    public void Reading(long waiting)
    {
        if (_visits is null || _reading is null)
            return;
        _visits.Value = _visits.MaxValue;
        _reading.MaxValue = Math.Max(_reading.MaxValue, waiting);
        _reading.Value = _reading.MaxValue - waiting;
        _reading.Description = string.Create(CultureInfo.InvariantCulture, $"Reading  {waiting} documents to go");
    }

    public async Task<T> Show<T>(Func<Task<T>> work)
    {
        var progress = console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ElapsedTimeColumn());
        return await progress.StartAsync(async context =>
        {
            _visits = context.AddTask("Crawling");
            _reading = context.AddTask("Reading", maxValue: 1);
            return await work();
        });
    }
}
