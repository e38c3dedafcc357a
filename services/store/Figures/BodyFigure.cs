namespace Pipeline.Store.Figures;

/// <summary>One cell as a body states it on a year.</summary>
/// <param name="Body">Id of the body, and its name of today.</param>
/// <param name="Value">What people corrected counts as corrected; null where nothing is stated.</param>
/// <param name="IsUnusual">Whether the comparison over years asks about it: a break that the body's history does not explain.</param>
public sealed record BodyFigure(long Body, string Name, int Year, decimal? Value, long RecordId, bool IsUnusual);
