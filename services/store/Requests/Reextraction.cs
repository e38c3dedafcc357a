namespace Pipeline.Store.Requests;

/// <summary>A document that a person asked to be read again.</summary>
/// <param name="VersionsBefore">Ids of the record versions that the document showed when it was asked for.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="Problem">Why it came to nothing; null when it did not.</param>
public sealed record Reextraction(
    Guid Id,
    string Url,
    bool Refetch,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    IReadOnlyList<long> VersionsBefore,
    DateTimeOffset? EndedAt,
    string? Problem);
