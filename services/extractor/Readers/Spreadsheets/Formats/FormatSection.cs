using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipeline.Extractor.Readers.Spreadsheets.Formats;

/// <summary>One of the up to four parts of a format code: for positive numbers, negative ones, zero and text.</summary>
internal sealed class FormatSection
{
    private const int MostDecimals = 15;

    private readonly ImmutableArray<FormatToken> _tokens;

    private FormatSection(ImmutableArray<FormatToken> tokens)
    {
        _tokens = tokens;
        Condition = tokens.Where(token => token.Kind == FormatKind.Condition).Select(token => FormatCondition.Of(token.Text)).FirstOrDefault();
    }

    /// <summary>Null where its place alone says which numbers it is for.</summary>
    public FormatCondition? Condition { get; }

    /// <summary>Whether it has a place for text and none for digits.</summary>
    public bool IsForText => _tokens.Any(token => token.Kind == FormatKind.Text) && !_tokens.Any(token => token.Kind is FormatKind.Digits or FormatKind.General);

    public static ImmutableArray<FormatSection> All(string code) => [.. FormatToken.Sections(code).Select(tokens => new FormatSection(tokens))];

    public string Show(double value, bool from1904)
    {
        if (_tokens.Any(token => token.Kind == FormatKind.Date))
            return DateText.Of(_tokens, value, from1904);
        if (_tokens.Any(token => token.Kind == FormatKind.General) || double.IsNaN(value) || Math.Abs(value) > 1e20)
            return Around(NumberFormat.Plain(value), FormatKind.General);
        var pattern = string.Concat(_tokens.Where(token => token.Kind == FormatKind.Digits).Select(token => token.Text));
        return pattern.Length == 0 ? Around(string.Empty, FormatKind.Digits) : Around(Digits(value, pattern), FormatKind.Digits);
    }

    public string Show(string text) => Around(text, FormatKind.Text);

    /// <summary>The literals of the section with the value where the first token of its kind stands.</summary>
    private string Around(string value, FormatKind kind)
    {
        var text = new StringBuilder();
        var isPlaced = false;
        foreach (var token in _tokens)
        {
            if (token.Kind is FormatKind.Literal or FormatKind.Percent)
                text.Append(token.Text);
            else if (token.Kind == kind && !isPlaced)
                (text, isPlaced) = (text.Append(value), true);
        }
        return text.ToString().Trim();
    }

    private string Digits(double value, string pattern)
    {
        var (whole, fraction) = pattern.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? (pattern[..point], pattern[(point + 1)..]) : (pattern, string.Empty);
        // Commas behind the last digit divide by a thousand each.
        var thousands = whole.Length - whole.TrimEnd(',').Length;
        var shown = value * Math.Pow(100, _tokens.Count(token => token.Kind == FormatKind.Percent)) / Math.Pow(1000, thousands);
        var most = Math.Min(MostDecimals, fraction.Count(IsDigit));
        var fewest = Math.Min(most, fraction.Count(sign => sign == '0'));
        var number = Math.Round((decimal)shown, most, MidpointRounding.AwayFromZero);
        var integers = new string('0', Math.Max(0, Math.Min(MostDecimals, whole.Count(sign => sign == '0'))));
        var grouping = whole.TrimEnd(',').Contains(',', StringComparison.Ordinal) ? "#,##" : "#";
        var decimals = most > 0 ? "." + new string('0', fewest) + new string('#', most - fewest) : string.Empty;
        var text = number.ToString(grouping + integers + decimals, CultureInfo.InvariantCulture);
        return text is "" or "-" && integers.Length == 0 ? string.Empty : text;
    }

    private static bool IsDigit(char sign) => sign is '0' or '#' or '?';
}
