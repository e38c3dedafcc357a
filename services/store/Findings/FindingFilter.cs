using Pipeline.Bodies.Findings;

namespace Pipeline.Store.Findings;

/// <summary>Which findings to list; what is null does not matter.</summary>
public sealed record FindingFilter
{
    public FindingKind? Kind { get; init; }

    public FindingOutcome? Outcome { get; init; }

    /// <summary>Id of the body that it is about.</summary>
    public long? Body { get; init; }

    public int? Year { get; init; }

    /// <summary>Start of the region code of the body.</summary>
    public string? Region { get; init; }

    /// <summary>Also sums that agree: else they are left out, because nobody need look at them.</summary>
    public bool Agreeing { get; init; }
}
