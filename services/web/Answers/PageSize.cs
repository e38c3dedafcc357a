namespace Pipeline.Web.Answers;

/// <summary>How many items a page of a list has: 50 unless asked for another number up to 500.</summary>
internal static class PageSize
{
    public const int Standard = 50;
    public const int Largest = 500;

    /// <summary>Null when the number is out of range.</summary>
    public static int? Of(int? asked) => asked is null ? Standard : asked is >= 1 and <= Largest ? asked : null;
}
