using System.ComponentModel;

namespace Pipeline.Web.Api;

/// <summary>A wish to have one document read again, as a program sends it.</summary>
public sealed record ReextractionRequest
{
    [Description("Address of a document that was crawled.")]
    public required string Url { get; init; }

    [Description("Whether to fetch it anew instead of reading the stored snapshot.")]
    public bool Refetch { get; init; }
}
