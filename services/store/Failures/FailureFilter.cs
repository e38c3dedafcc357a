namespace Pipeline.Store.Failures;

/// <summary>Which failures to list; what is null does not matter.</summary>
public sealed record FailureFilter
{
    /// <summary>Name of the source in the sources file.</summary>
    public string? Source { get; init; }

    /// <summary>Start of the reason, such as <c>failed.encrypted</c> or <c>blocked</c>.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public Guid? Run { get; init; }
}
