namespace Pipeline.Web.Layout.Charts;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">Under the bar, such as the year.</param>
/// <param name="Parts">Heights from the bottom up, each with the name of its colour class.</param>
/// <param name="Text">Over the bar: what it says in numbers.</param>
public sealed record Bar(string Label, IReadOnlyList<BarPart> Parts, string Text)
{
    public double Height => Parts.Sum(part => part.Value);
}

/// <param name="Kind">Class of the style sheet that colours it.</param>
public sealed record BarPart(string Kind, double Value);
