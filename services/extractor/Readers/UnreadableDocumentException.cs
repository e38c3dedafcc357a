using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers;

/// <summary>A document that cannot be read. It becomes a typed failure at the extractor's edge and never stops a worker.</summary>
/// <param name="reason">One of <see cref="FailureReasons"/>.</param>
/// <param name="detail">One line for a person: what is wrong and what to do.</param>
internal sealed class UnreadableDocumentException(string reason, string detail, Exception? inner = null) : Exception(detail, inner)
{
    public string Reason { get; } = reason;
}
