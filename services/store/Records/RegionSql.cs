namespace Pipeline.Store.Records;

/// <summary>Regions within one as a condition of SQL.</summary>
internal static class RegionSql
{
    // Of the longest codes, those of villages.
    private const int Digits = 12;

    /// <summary>A range instead of a pattern, for which both engines use an index.</summary>
    /// <param name="column">Holds codes of regions.</param>
    /// <param name="first">Parameter with the start of the code.</param>
    /// <param name="last">Parameter with <see cref="Last"/> of it.</param>
    public static string Within(string column, string first, string last) => $"{column} BETWEEN @{first} AND @{last}";

    /// <summary>The last code that begins so: of digits alone, whose order no collation changes.</summary>
    public static string Last(string start) => start.PadRight(Digits, '9');
}
