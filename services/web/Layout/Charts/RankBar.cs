namespace Pipeline.Web.Layout.Charts;

/// <summary>One bar of a ranking.</summary>
/// <param name="Text">What it says in numbers.</param>
public sealed record RankBar(string Label, double Value, string Text);
