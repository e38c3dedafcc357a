namespace Pipeline.Store.Reviews;

/// <summary>What became of a decision.</summary>
public abstract record DecisionResult
{
    private DecisionResult()
    {
    }

    public sealed record Stored(CellReview Review) : DecisionResult;

    /// <summary>Somebody else decided meanwhile: nothing was stored.</summary>
    /// <param name="Standing">The decision that stands; null when the one that the person saw does not exist.</param>
    public sealed record Conflict(CellReview? Standing) : DecisionResult;

    /// <summary>There is no such record, or its form has no such cell.</summary>
    public sealed record Unknown : DecisionResult;
}
