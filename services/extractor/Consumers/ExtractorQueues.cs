namespace Pipeline.Extractor.Consumers;

/// <summary>Names of the queues that the extractor works off.</summary>
public static class ExtractorQueues
{
    /// <summary>What crawls fetched.</summary>
    public const string Fetched = "extract-fetched";

    /// <summary>What persons asked for.</summary>
    public const string Requested = "extract-requested";

    /// <summary>What is read again in bulk.</summary>
    public const string Again = "extract-again";

    /// <summary>Documents whose readers died again and again: read one at a time, so that the one that kills is told from its neighbours.</summary>
    public const string Suspects = "extract-suspects";
}
