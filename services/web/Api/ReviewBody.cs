using System.ComponentModel;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Api;

/// <summary>A decision about one cell, as a program sends it.</summary>
public sealed record ReviewBody
{
    public required ReviewVerdict Verdict { get; init; }

    [Description("For corrected: the number on the page; null for a blank.")]
    public decimal? Value { get; init; }

    [Description("Why, in a person's words; needed for corrected and publisher_mistake.")]
    public string? Reason { get; init; }

    [Description("Number of the decision that you saw, 0 when there was none: when another has come meanwhile, the answer is 409 and nothing is stored.")]
    public required int Expected { get; init; }
}
