using Pipeline.Database;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Export;

/// <summary>A decision as JSON lines tell it.</summary>
internal sealed record ExportedReview(ReviewVerdict Verdict, decimal? Value, decimal? MachineValue, string? Reason, string Reviewer, string ReviewedAt)
{
    public static ExportedReview Of(CellReview review) =>
        new(review.Verdict, review.Value, review.MachineValue, review.Reason, review.Reviewer, StoredTime.Text(review.ReviewedAt));
}
