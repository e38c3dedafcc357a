namespace Pipeline.Web.Answers;

/// <summary>One page of a list.</summary>
/// <param name="Next">Cursor of the page after it; null on the last page.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);
