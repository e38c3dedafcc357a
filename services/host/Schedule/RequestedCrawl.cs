using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Crawling;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Crawling;
using Pipeline.Host.Display;
using Pipeline.Store.Controls;

namespace Pipeline.Host.Schedule;

/// <summary>A crawl that a person asked for on the page, and what became of it.</summary>
internal sealed partial class RequestedCrawl(CrawlRunner runner, CrawlTimetable timetable, CrawlRequests requests, ILogger<RequestedCrawl> log)
{
    public async Task Run(CrawlRequest request, Terminal terminal, CancellationToken cancellation)
    {
        Guid? run = null;
        string? problem = null;
        try
        {
            var plan = new CrawlPlan { Sources = timetable.Asked(request), Trigger = request.Scope == CrawlScope.All ? "now" : "manual" };
            terminal.Say($"crawl of {plan.Sources.Count} sources begins; {request.RequestedBy} asked for it");
            var report = await runner.Run(plan, CrawlDisplays.For(terminal), cancellation);
            run = report.RunId;
            foreach (var line in CrawlLines.Of(report))
                terminal.Say(line);
        }
        catch (CommandFailedException error)
        {
            problem = error.Message;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            LogBrokeOff(log, error);
            problem = $"The crawl broke off ({error.Message}): ask for it again, and it goes on where it stopped.";
        }

        await requests.End(request.Id, run, problem, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The crawl that was asked for broke off")]
    private static partial void LogBrokeOff(ILogger logger, Exception error);
}
