using System.Globalization;

namespace Pipeline.Store;

/// <summary>Instants as the database keeps them: UTC text to the millisecond, in order when sorted as text.</summary>
internal static class StoredTime
{
    private const string Pattern = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public static string Text(DateTimeOffset instant) => instant.ToUniversalTime().ToString(Pattern, CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateTimeOffset? InstantOrNull(string? text) => text is null ? null : Instant(text);
}
