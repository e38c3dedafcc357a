namespace Pipeline.Contracts.Ports;

/// <summary>Tries failed documents again.</summary>
public interface IFailureReplay
{
    /// <summary>Sends them off: from the snapshot where there is one, else to be fetched anew. What comes of it shows among the failures, or no longer does.</summary>
    /// <param name="source">Name of the source; null for all.</param>
    /// <param name="reason">Start of the reason; null for all.</param>
    /// <returns>How many were sent.</returns>
    Task<int> Replay(string? source, string? reason, CancellationToken cancellation);
}
