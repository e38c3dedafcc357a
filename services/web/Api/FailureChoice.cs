using System.ComponentModel;

namespace Pipeline.Web.Api;

/// <summary>Which failures, as a program says it; what is absent does not matter.</summary>
public sealed record FailureChoice
{
    public string? Source { get; init; }

    [Description("Start of the reason, such as failed.encrypted or blocked.")]
    public string? Reason { get; init; }
}

/// <param name="Documents">How many it concerned.</param>
public sealed record FailureCount(int Documents);
