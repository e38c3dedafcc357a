namespace Pipeline.Contracts.Ports;

/// <summary>Takes a person's wish to have one document read again.</summary>
public interface IReextractionService
{
    /// <summary>Sends the request off; what comes of it is kept in the store under the ticket's id.</summary>
    /// <param name="url">Address as the person typed it.</param>
    /// <param name="refetch">Whether to fetch it anew instead of reading the stored snapshot.</param>
    /// <param name="who">The person, for the account.</param>
    Task<ReextractionTicket> Begin(string url, bool refetch, string who, CancellationToken cancellation);
}

/// <param name="Id">Null when the request was not taken.</param>
/// <param name="Url">Canonical address of the document; null when it is not known.</param>
/// <param name="Problem">Why it was not taken and what to do; null when it was.</param>
public sealed record ReextractionTicket(Guid? Id, string? Url, string? Problem);
