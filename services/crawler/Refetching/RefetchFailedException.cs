using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;

namespace Pipeline.Crawler.Refetching;

/// <summary>An address that a person asked for gave nothing to read. Whoever asked sees the message as the fault of the request.</summary>
internal sealed class RefetchFailedException(string reason, FetchOutcome outcome, FetchFacts facts) : Exception(reason)
{
    public FetchOutcome Outcome { get; } = outcome;

    public FetchFacts Facts { get; } = facts;
}
