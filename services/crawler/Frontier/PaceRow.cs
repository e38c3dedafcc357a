using System.Data.Common;
using System.Globalization;
using Pipeline.Crawler.Politeness;
using Pipeline.Database;

namespace Pipeline.Crawler.Frontier;

/// <summary>Reads and writes rows of crawl_paces.</summary>
internal static class PaceRow
{
    public const string Columns = "host, version, turns, started_at, seen_at, paused_until, pause_reason, crawl_delay, latency, strain, spread";

    /// <summary>Values in the order of <see cref="Columns"/>.</summary>
    public static object?[] Of(HostPace pace, long version) =>
    [
        pace.Host, version, string.Join('\n', pace.Turns.Select(Line)), Up(pace.LastStart), Up(pace.LastSeen), Up(pace.PausedUntil), (int)pace.PauseReason,
        pace.CrawlDelay is { } delay ? (long)Math.Ceiling(delay.TotalMilliseconds) : null, (long)pace.Latency.TotalMilliseconds, pace.Strain, pace.Spread,
    ];

    /// <summary>The row that the reader stands on.</summary>
    public static (HostPace Pace, long Version) Read(DbDataReader row) => (
        new HostPace
        {
            Host = row.GetString(0),
            Turns = [.. row.GetString(2).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Turn(row.GetString(0), line))],
            LastStart = Moment(row, 3),
            LastSeen = Moment(row, 4),
            PausedUntil = Moment(row, 5),
            PauseReason = (WaitReason)row.GetInt16(6),
            CrawlDelay = row.IsDBNull(7) ? null : TimeSpan.FromMilliseconds(row.GetInt64(7)),
            Latency = TimeSpan.FromMilliseconds(row.GetInt64(8)),
            Strain = row.GetInt16(9),
            Spread = row.GetDouble(10),
        },
        row.GetInt64(1));

    // A time cut to the millisecond below would shorten a gap.
    private static long? Up(DateTimeOffset? time) => time is { } known ? StoredTime.Milliseconds(known.AddTicks(TimeSpan.TicksPerMillisecond - 1)) : null;

    private static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : StoredTime.Instant(row.GetInt64(column));

    private static string Line(PaceTurn turn) => string.Create(CultureInfo.InvariantCulture, $"{turn.Id:N} {StoredTime.Milliseconds(turn.LapsesAt)} {turn.Owner}");

    private static PaceTurn Turn(string host, string line)
    {
        var parts = line.Split(' ', 3);
        return new(host, Guid.Parse(parts[0]), StoredTime.Instant(long.Parse(parts[1], CultureInfo.InvariantCulture))) { Owner = parts[2] };
    }
}
