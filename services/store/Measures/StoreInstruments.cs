using System.Diagnostics.Metrics;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Measures;

/// <summary>What the store counts of its own work.</summary>
internal static class StoreInstruments
{
    public const string MeterName = "Pipeline.Store";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Settlements = Meter.CreateHistogram<double>("pipeline_store_settlement_seconds", "s", "Time to commit what became of a document, by outcome.");
    private static readonly Counter<long> SentAgain = Meter.CreateCounter<long>("pipeline_store_sent_again", "documents", "Documents sent again because their message was lost or a person asked for it, by cause.");
    private static readonly Counter<long> GaveUp = Meter.CreateCounter<long>("pipeline_store_given_up", "documents", "Documents that gave no result after the last attempt.");
    private static readonly Counter<long> Unpublished = Meter.CreateCounter<long>("pipeline_store_publish_failures", "messages", "Messages that the bus did not take, by kind.");
    private static readonly Counter<long> Exported = Meter.CreateCounter<long>("pipeline_store_exported_records", "records", "Records written to exports, and those left out because they are damaged, by outcome.");

    public static void Settled(ExtractionOutcome outcome, TimeSpan time) => Settlements.Record(time.TotalSeconds, new KeyValuePair<string, object?>("outcome", StoredName.Of(outcome)));

    /// <param name="cause">sweep or replay.</param>
    public static void WasSentAgain(string cause) => SentAgain.Add(1, new KeyValuePair<string, object?>("cause", cause));

    public static void WasGivenUp() => GaveUp.Add(1);

    /// <param name="message">Kind of the message, such as DocumentFetched.</param>
    public static void PublishFailed(string message) => Unpublished.Add(1, new KeyValuePair<string, object?>("message", message));

    public static void WasExported(long written, long damaged)
    {
        Exported.Add(written, new KeyValuePair<string, object?>("outcome", "written"));
        Exported.Add(damaged, new KeyValuePair<string, object?>("outcome", "damaged"));
    }
}
