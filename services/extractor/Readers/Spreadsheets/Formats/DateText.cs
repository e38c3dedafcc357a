using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipeline.Extractor.Readers.Spreadsheets.Formats;

/// <summary>A number of days shown as a date.</summary>
internal static class DateText
{
    private const int DaysTo1904 = 1462;

    // 9999-12-31, where the calendar of spreadsheets ends.
    private const double LastDay = 2_958_465;

    public static string Of(ImmutableArray<FormatToken> tokens, double value, bool from1904)
    {
        var days = from1904 ? value + DaysTo1904 : value;
        if (days is not (>= 0 and <= LastDay))
            return NumberFormat.Plain(value);
        var time = DateTime.FromOADate(days);
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == FormatKind.Date)
                text.Append(Part(time, tokens[i].Text.ToLowerInvariant(), IsMinute(tokens, i)));
            else if (tokens[i].Kind is FormatKind.Literal or FormatKind.Digits)
                text.Append(tokens[i].Text);
        }
        return text.ToString().Trim();
    }

    private static string Part(DateTime time, string part, bool isMinute) => time.ToString(part[0] switch
    {
        'y' => part.Length > 2 ? "yyyy" : "yy",
        'm' when isMinute => part.Length > 1 ? "mm" : "%m",
        'm' => part.Length switch { 1 => "%M", 2 => "MM", 3 => "MMM", _ => "MMMM" },
        'd' => part.Length switch { 1 => "%d", 2 => "dd", 3 => "ddd", _ => "dddd" },
        'h' => part.Length > 1 ? "HH" : "%H",
        _ => part.Length > 1 ? "ss" : "%s",
    }, CultureInfo.InvariantCulture);

    /// <summary>An m right behind hours or right before seconds is minutes.</summary>
    private static bool IsMinute(ImmutableArray<FormatToken> tokens, int i)
    {
        var (before, after) = (tokens.Take(i).LastOrDefault(token => token.Kind == FormatKind.Date).Text, tokens.Skip(i + 1).FirstOrDefault(token => token.Kind == FormatKind.Date).Text);
        return tokens[i].Text[0] is 'm' or 'M' && (before?[0] is 'h' or 'H' || after?[0] is 's' or 'S');
    }
}
