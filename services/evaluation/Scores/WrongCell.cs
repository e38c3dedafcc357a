namespace Pipeline.Evaluation.Scores;

/// <param name="Cell">Id; where the page holds several reports, with the number of the truth before it: <c>2:remedies.…</c>.</param>
public sealed record WrongCell(string Cell, decimal? Truth, decimal? Read);
