using System.Globalization;

namespace Pipeline.Store;

/// <summary>Days as the database keeps them: <c>2026-11-21</c>.</summary>
internal static class StoredDate
{
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Read(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
