namespace Pipeline.Store.Dashboard;

/// <summary>What can be wrong with the pipeline as a whole, whatever its sources do.</summary>
public enum PipelineAlarm
{
    /// <summary>The crawl of a night did not begin.</summary>
    CrawlMissed,

    /// <summary>Fetched documents wait far longer than reading takes.</summary>
    DocumentsWait,

    /// <summary>Messages wait in a queue that no process works off.</summary>
    QueueUnattended,

    /// <summary>The broker does not say how its queues stand.</summary>
    BrokerSilent,
}
