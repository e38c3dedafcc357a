using System.Globalization;
using Pipeline.Store.Audit;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <summary>Takes a person's decision: the one way in for the page and the API.</summary>
internal sealed class ReviewService(CellReviews reviews, AuditLog audit)
{
    private const int LongestReason = 2000;

    // Twenty times what any report prints, and well within every database's numbers.
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>What is wrong with the decision itself, as a line for the person; null when nothing is.</summary>
    public static string? ProblemOf(CellDecision decision) => decision switch
    {
        { Verdict: ReviewVerdict.Corrected or ReviewVerdict.PublisherMistake, Reason: var reason } when string.IsNullOrWhiteSpace(reason) => "Say why: a correction and a publisher's mistake need a reason.",
        { Reason.Length: > LongestReason } => string.Create(CultureInfo.InvariantCulture, $"The reason is longer than {LongestReason} characters: shorten it."),
        { Verdict: not ReviewVerdict.Corrected, Value: not null } => "Only a correction has a value: leave it out.",
        { Value: < -Largest or > Largest } => "No report prints a number that large: check the value.",
        _ => null,
    };

    public async Task<DecisionResult> Decide(CellDecision decision, CancellationToken cancellation)
    {
        var result = await reviews.Decide(decision, cancellation);
        if (result is DecisionResult.Stored { Review: var review })
            await audit.Add(
                review.Reviewer,
                $"cell.{review.Verdict switch { ReviewVerdict.Confirmed => "confirmed", ReviewVerdict.Corrected => "corrected", ReviewVerdict.PublisherMistake => "publisher-mistake", _ => "reopened" }}",
                string.Create(CultureInfo.InvariantCulture, $"record {review.RecordId} {review.Cell}"),
                string.Create(CultureInfo.InvariantCulture, $"machine {review.MachineValue?.ToString(CultureInfo.InvariantCulture) ?? "blank"}, person {review.Value?.ToString(CultureInfo.InvariantCulture) ?? "blank"}; {review.Reason}"),
                cancellation);
        return result;
    }
}
