using System.Globalization;

namespace Pipeline.Crawler.Fetching;

/// <summary>Reads the Retry-After header in both of its forms (RFC 9110, 10.2.3).</summary>
public static class RetryAfter
{
    // RFC 9110, 5.6.7: the preferred form and the two obsolete ones that a recipient must accept.
    private static readonly string[] DateForms = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    /// <summary>The pause that an answer asks for; null when it asks for none.</summary>
    /// <param name="now">When the answer came.</param>
    public static TimeSpan? Of(FetchResponse answer, DateTimeOffset now) =>
        // A successful answer has no reason to ask for a pause; some servers send the header everywhere.
        answer.Status >= 300 && answer.Header("Retry-After") is { } value ? Parse(value, answer.Header("Date"), now) : null;

    /// <param name="value">Value of Retry-After: seconds, or a date.</param>
    /// <param name="date">Value of the answer's Date: a date form is measured against the server's own clock, which may be wrong.</param>
    /// <returns>The pause from now, zero for a date gone by; null when the value is neither form.</returns>
    public static TimeSpan? Parse(string value, string? date, DateTimeOffset now)
    {
        var text = value.AsSpan().Trim();
        if (text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9'))
            return text.Length > 9 ? TimeSpan.FromDays(365) : TimeSpan.FromSeconds(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
        if (ParseDate(text) is not { } until)
            return null;
        var pause = until - (ParseDate(date) ?? now);
        return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }

    private static DateTimeOffset? ParseDate(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date) ? date : null;
}
