namespace Pipeline.Crawler.Politeness;

/// <summary>Leave for one request to a host; lapses by itself when its process dies.</summary>
/// <param name="Host">As <see cref="HostName.Of"/> gives it.</param>
public sealed record PaceTurn(string Host, Guid Id, DateTimeOffset LapsesAt)
{
    /// <summary>The process that holds it.</summary>
    public string Owner { get; init; } = LeaseOwner.Own;
}
