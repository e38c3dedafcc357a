using System.Diagnostics.Metrics;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler;

/// <summary>What the crawler measures of itself, for every process alike.</summary>
internal static class CrawlerMetrics
{
    public const string MeterName = "Pipeline.Crawler";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("pipeline.crawler.requests", "{request}", "Requests made, robots.txt included, by outcome: the status, or how it failed.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("pipeline.crawler.received", "By", "Bytes of bodies as they travelled.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("pipeline.crawler.request.duration", "s", "From the start of a request to the end of its answer.");
    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("pipeline.crawler.documents", "{document}", "New or changed documents handed over.");
    private static readonly Counter<long> PublishFailures = Meter.CreateCounter<long>("pipeline.crawler.publish.failures", "{message}", "Documents that the broker did not take; the sweeper sends them again.");
    private static readonly Gauge<int> Queue = Meter.CreateGauge<int>("pipeline.crawler.queue", "{address}", "Addresses of the crawl still to visit.");

    internal static void RequestEnded(FetchResponse response)
    {
        var outcome = response is Unanswered unanswered ? unanswered.Failure.ToString() : response.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Requests.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        Duration.Record(response.Elapsed.TotalSeconds);
        if (response is Answered answered)
            Bytes.Add(answered.WireBytes);
    }

    internal static void DocumentFound() => Documents.Add(1);

    internal static void PublishFailed() => PublishFailures.Add(1);

    internal static void Queued(int addresses) => Queue.Record(addresses);
}
