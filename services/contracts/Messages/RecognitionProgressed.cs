namespace Pipeline.Contracts.Messages;

/// <summary>How many pages of a document are recognised by now, told while that takes long. Nobody depends on it: it may come late, twice or never.</summary>
public sealed record RecognitionProgressed
{
    public required Guid FetchId { get; init; }

    public required string Url { get; init; }

    public required int Recognised { get; init; }

    /// <summary>Of the document, as far as is known by now.</summary>
    public required int Pages { get; init; }

    public required DateTimeOffset At { get; init; }
}
