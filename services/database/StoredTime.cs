using System.Globalization;

namespace Pipeline.Database;

/// <summary>
/// Instants as the database keeps them. What people read and export is UTC text to the millisecond, such as 2026-11-21T18:20:22.123Z, in order when sorted as text.
/// What the crawler compares and adds for each of millions of addresses is a number: milliseconds since 1970, UTC.
/// </summary>
public static class StoredTime
{
    private const string Pattern = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(Pattern, CultureInfo.InvariantCulture);

    public static string? TextOrNull(DateTimeOffset? instant) => instant is { } known ? Text(known) : null;

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? InstantOrNull(string? text) => text is null ? null : Instant(text);

    public static long Milliseconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
