using MassTransit;

namespace Pipeline.Extractor.Consumers;

/// <summary>What a document contains never throws; what may throw is the disk or the broker, and that passes.</summary>
internal static class ExtractionRetry
{
    // A retry holds a slot, so the waits stay short; after them the sweeper finds the document unsettled and sends it again.
    public static void Configure(IRetryConfigurator retry) => retry.Intervals(100, 500, 2000);
}
