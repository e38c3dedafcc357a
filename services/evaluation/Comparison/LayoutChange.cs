using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Comparison;

/// <summary>The figures of a layout before and after; the layout <c>= overall</c> is all of them.</summary>
public sealed record LayoutChange(string Layout, Figures Before, Figures After);
