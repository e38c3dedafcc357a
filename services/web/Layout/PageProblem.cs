namespace Pipeline.Web.Layout;

/// <summary>Why a page cannot be shown, in both languages.</summary>
public sealed record PageProblem(int Status, string English, string Chinese);
