using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Text.Json;

/// <summary>The day of publication among the fields of an object: written out, as in mails, as digits, or as seconds or milliseconds since 1970.</summary>
internal static partial class HeldDate
{
    // Sites say the day in China.
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    // The first of these kinds that an object has.
    private static readonly Regex[] Names = [Published(), Undefined(), Written()];

    /// <param name="said">Names in small letters, and what they say.</param>
    /// <returns>As <c>2024-01-20</c>; null where no field says it.</returns>
    public static string? In(IReadOnlyList<KeyValuePair<string, string>> said) =>
        Names.Select(kind => said.Where(field => kind.IsMatch(field.Key) && !Others().IsMatch(field.Key)).Select(field => DayOf(field.Value)).FirstOrDefault(day => day is not null)).FirstOrDefault(day => day is not null);

    private static string? DayOf(string text)
    {
        if (Day().Match(text) is { Success: true } day)
            return Date(day.Groups["year"].Value, day.Groups["month"].Value, day.Groups["day"].Value);
        if (OfMail().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var sent))
            return Text(sent);
        return Digits().IsMatch(text) && long.Parse(text, CultureInfo.InvariantCulture) is var number
            ? Text(DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? number / 1000 : number))
            : null;
    }

    private static string Text(DateTimeOffset time) => time.ToOffset(Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Date(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{int.Parse(month, CultureInfo.InvariantCulture):00}-{int.Parse(day, CultureInfo.InvariantCulture):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex("pub|release|issue|fbsj|fbrq")]
    private static partial Regex Published();

    [GeneratedRegex("^(?:date|time|day|rq|sj)$|(?:doc|info|article|news|show|content|rel)(?:date|time)$")]
    private static partial Regex Undefined();

    [GeneratedRegex("(?:creat|crt|writ|input|add)[a-z]*(?:date|time|at|on)?$")]
    private static partial Regex Written();

    [GeneratedRegex("updat|modif|edit|end|expire|delet|status|state|user|by$|id$|org|dept|unit|type|url|flag")]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?<year>(?:19|20)\d\d)(?:[-/.年])(?<month>\d{1,2})(?:[-/.月])(?<day>\d{1,2})(?!\d)|^(?<year>20\d\d)(?<month>[01]\d)(?<day>[0-3]\d)(?:\d{6})?$")]
    private static partial Regex Day();

    // Sat, 20 Jan 2024 09:30:00 +0800: of feeds.
    [GeneratedRegex(@"^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} 20\d\d ")]
    private static partial Regex OfMail();

    // Of the years since 2001.
    [GeneratedRegex(@"^1\d{9}(?:\d{3})?$")]
    private static partial Regex Digits();
}
