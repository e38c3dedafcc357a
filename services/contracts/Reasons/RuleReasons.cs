using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>How a rule finds a value: the names of rules on readings.</summary>
public static class RuleReasons
{
    public static ImmutableArray<Reason> All { get; } =
    [
        new("grid.headers", new("by the labels left of it and above it", "按行列表头定位")),
        new("sequence.behind-label", new("by the order of numbers behind a label", "按标签后数字的顺序")),
        new("sequence.line-end", new("by the order of numbers at the end of a line", "按行末数字的顺序")),
        new("sequence.rows", new("by the order of the form's rows", "按表格行的顺序")),
    ];
}
