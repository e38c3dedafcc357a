using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Consumers;

/// <summary>The result of a document that no extractor answered for, or whose answer could not be kept.</summary>
internal static class FailedResult
{
    // Exceptions may quote a whole document.
    private const int LongestDetail = 500;

    public static ExtractionResult Of(string reason, string detail, ReadingFacts reading) => new()
    {
        Outcome = ExtractionOutcome.Failed,
        Reason = reason,
        Detail = detail.Length > LongestDetail ? detail[..LongestDetail] + "…" : detail,
        Reading = reading,
    };
}
