namespace Pipeline.Releases.Tables;

/// <summary>What the values of a column are.</summary>
public enum ColumnType
{
    Text,
    Whole,
    Number,

    /// <summary>A day without a time.</summary>
    Day,

    /// <summary>An instant, UTC, to the millisecond.</summary>
    Time,
}
