using Pipeline.Contracts;

namespace Pipeline.Store.Reviews;

/// <summary>A decision that a person makes.</summary>
/// <param name="Value">The number on the page as the person reads it, null for a blank; counts for a correction only.</param>
/// <param name="Expected">Number of the decision that the person saw, 0 for none: when another has come meanwhile, nothing is stored.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record CellDecision(long RecordId, CellId Cell, ReviewVerdict Verdict, decimal? Value, string? Reason, string Reviewer, int Expected);
