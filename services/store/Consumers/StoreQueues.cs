namespace Pipeline.Store.Consumers;

/// <summary>Names of the queues that the store works off.</summary>
public static class StoreQueues
{
    public const string Extracted = "settle-extracted";

    public const string Failed = "settle-failed";

    /// <summary>Answers to persons, and how far what takes long is.</summary>
    public const string Requested = "settle-requested";

    /// <summary>Results that could not be stored, and requests that a worker gave up.</summary>
    public const string Faults = "settle-faults";

    /// <summary>Messages that the broker gave up: bound to its dead letters.</summary>
    public const string DeadLetters = "settle-dead-letters";
}
