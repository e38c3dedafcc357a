using System.Globalization;
using Pipeline.Contracts;
using Pipeline.Store.Audit;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <summary>Takes a person's decision: the one way in for the page and the API.</summary>
internal sealed class ReviewService(CellReviews reviews, ReviewQueue queue, ReviewClaims claims, AuditLog audit)
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

    /// <summary>Confirms several cells of a record in one step.</summary>
    public async Task Confirm(long record, IReadOnlyCollection<CellId> cells, string who, CancellationToken cancellation)
    {
        var count = await reviews.Confirm(record, cells, who, cancellation);
        await audit.AddOfRecord(who, "cells.confirmed", record, null, string.Create(CultureInfo.InvariantCulture, $"{count} cells: {string.Join(' ', cells)}"), cancellation);
    }

    /// <summary>Takes the person's last step at a record back.</summary>
    /// <returns>The cells that are open again.</returns>
    public async Task<IReadOnlyList<CellId>> Undo(long record, string who, CancellationToken cancellation)
    {
        var cells = await reviews.Undo(record, who, cancellation);
        if (cells.Count > 0)
            await audit.AddOfRecord(who, "cells.reopened", record, null, string.Create(CultureInfo.InvariantCulture, $"{cells.Count} cells: {string.Join(' ', cells)}"), cancellation);
        return cells;
    }

    /// <summary>Takes a record out of the queue. False when there is none.</summary>
    public async Task<bool> Finish(long record, string who, CancellationToken cancellation)
    {
        if (!await queue.Finish(record, who, cancellation))
            return false;
        await claims.Close(record, who, cancellation);
        await audit.AddOfRecord(who, "record.finished", record, null, null, cancellation);
        return true;
    }

    /// <summary>Puts a record back that somebody has finished with. False when nobody has.</summary>
    public async Task<bool> PutBack(long record, string who, CancellationToken cancellation)
    {
        if (!await queue.PutBack(record, cancellation))
            return false;
        await audit.AddOfRecord(who, "record.put-back", record, null, null, cancellation);
        return true;
    }

    /// <summary>Passes a record by. False when there is none.</summary>
    public async Task<bool> Skip(long record, string reason, string who, CancellationToken cancellation)
    {
        var why = reason.Length > LongestReason ? reason[..LongestReason] : reason;
        if (!await claims.Skip(record, why, who, cancellation))
            return false;
        await audit.AddOfRecord(who, "record.skipped", record, null, why, cancellation);
        return true;
    }

    /// <summary>Gives a record to somebody. False when there is none.</summary>
    /// <param name="assignee">Null for anybody.</param>
    public async Task<bool> Assign(long record, string? assignee, string who, CancellationToken cancellation)
    {
        if (!await claims.Assign(record, assignee, who, cancellation))
            return false;
        await audit.AddOfRecord(who, "record.assigned", record, null, assignee ?? "anybody", cancellation);
        return true;
    }

    public async Task<DecisionResult> Decide(CellDecision decision, CancellationToken cancellation)
    {
        var result = await reviews.Decide(decision, cancellation);
        if (result is DecisionResult.Stored { Review: var review })
            await audit.AddOfRecord(
                review.Reviewer,
                $"cell.{review.Verdict switch { ReviewVerdict.Confirmed => "confirmed", ReviewVerdict.Corrected => "corrected", ReviewVerdict.PublisherMistake => "publisher-mistake", _ => "reopened" }}",
                review.RecordId,
                review.Cell,
                string.Create(CultureInfo.InvariantCulture, $"machine {review.MachineValue?.ToString(CultureInfo.InvariantCulture) ?? "blank"}, person {review.Value?.ToString(CultureInfo.InvariantCulture) ?? "blank"}; {review.Reason}"),
                cancellation);
        return result;
    }
}
