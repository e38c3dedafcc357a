using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>How a rule finds a value: the names of rules on readings.</summary>
public static class RuleReasons
{
    public const string GridHeaders = "grid.headers";

    /// <summary>Of several readings the one that the form's sums leave.</summary>
    public const string Inferred = "inferred.sums";

    public const string SequenceBehindLabel = "sequence.behind-label";
    public const string SequenceLineEnd = "sequence.line-end";
    public const string SequenceRows = "sequence.rows";

    public static ImmutableArray<Reason> All { get; } =
    [
        new(GridHeaders, new("by the labels left of it and above it", "按行列表头定位")),
        new(Inferred, new("inferred: of several readings the one that the sums leave", "推断：多个读数中唯一符合勾稽关系者"), ReasonTone.Doubtful),
        new(SequenceBehindLabel, new("by the order of numbers behind a label", "按标签后数字的顺序")),
        new(SequenceLineEnd, new("by the order of numbers at the end of a line", "按行末数字的顺序")),
        new(SequenceRows, new("by the order of the form's rows", "按表格行的顺序")),
    ];
}
