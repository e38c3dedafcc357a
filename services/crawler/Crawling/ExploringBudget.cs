namespace Pipeline.Crawler.Crawling;

/// <summary>
/// How many requests of a night may explore: go to what nothing names as a way to reports. While a source's reports are not found in a column, as many as there
/// are addresses; then in proportion to what was found, for a second column that nothing names. Pure.
/// </summary>
internal static class ExploringBudget
{
    // Small sites of tests have six reports in a column, and ten further pages between the home page and it.
    private const int First = 8;
    private const int Later = 2;

    // What tonight has brought allows as much again; where years are missing more, for they stand somewhere.
    private const int PerReport = 2;
    private const int PerReportWithGaps = 3;

    // Reports of earlier nights: enough to look at all of a portal of a thousand columns within a year.
    private const int KnownPerRequest = 8;

    /// <returns>Null while nothing limits it.</returns>
    public static int? Of(SourceYears found) => found.HasColumn ? Base(found) + found.New * (found.IsWhole ? PerReport : PerReportWithGaps) : null;

    /// <summary>Why the rest was left, for people.</summary>
    public static string Reason(SourceYears found) => found.IsWhole
        ? $"{Frontier.Exploring.Left}: the reports stand in a column whose years are whole ({found.Years[0]} to {found.Years[^1]})"
        : $"{Frontier.Exploring.Left} tonight: reports stand in a column, and {(found.Missing.Count > 0 ? $"years are missing ({string.Join(", ", found.Missing)})" : "not all name their year")}";

    /// <summary>When to go on. Missing years are sought night after night; else the rest is looked at bit by bit.</summary>
    public static TimeSpan Rest(SourceYears found) => found.IsWhole ? TimeSpan.FromDays(7 - 1) : TimeSpan.Zero;

    private static int Base(SourceYears found) => found.Documents == found.New ? First : Later + (found.Documents - found.New) / KnownPerRequest;
}
