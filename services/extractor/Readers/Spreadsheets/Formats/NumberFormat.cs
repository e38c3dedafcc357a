using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.Extractor.Readers.Spreadsheets.Formats;

/// <summary>
/// Shows a stored value as its cell does: digits and separators, percent, dates, literals around a number, and formats that show nothing. Fractions
/// and the scientific notation are shown as plain numbers.
/// </summary>
internal sealed class NumberFormat
{
    /// <summary>Formats that files name by a number alone.</summary>
    private static readonly FrozenDictionary<uint, string> BuiltIn = new Dictionary<uint, string>
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [14] = "yyyy/m/d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy",
        [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm", [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m-d-yy", [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [36] = "yyyy\"年\"m\"月\"", [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0", [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0;-#,##0;\"-\"", [42] = "¥#,##0;¥-#,##0;¥\"-\"", [43] = "#,##0.00;-#,##0.00;\"-\"", [44] = "¥#,##0.00;¥-#,##0.00;¥\"-\"", [50] = "yyyy\"年\"m\"月\"",
        [51] = "m\"月\"d\"日\"", [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    }.ToFrozenDictionary();

    private readonly ImmutableArray<FormatSection> _numbers;
    private readonly FormatSection? _text;

    private NumberFormat(ImmutableArray<FormatSection> sections)
    {
        _text = sections.Length == 4 || (!sections.IsEmpty && sections[^1].IsForText) ? sections[^1] : null;
        _numbers = _text is null ? sections : sections[..^1];
    }

    public static NumberFormat General { get; } = new([]);

    /// <param name="code">The file's own code for the number; null where it has none.</param>
    public static NumberFormat Of(uint number, string? code)
    {
        var text = code is { Length: > 0 } ? code : BuiltIn.GetValueOrDefault(number, "General");
        return text.Equals("General", StringComparison.OrdinalIgnoreCase) ? General : new NumberFormat(FormatSection.All(text));
    }

    /// <param name="from1904">Whether dates are counted from 1904.</param>
    public string Show(double value, bool from1904)
    {
        for (var i = 0; i < _numbers.Length; i++)
        {
            if (_numbers[i].Condition?.Holds(value) ?? HasPlace(i, value))
                return _numbers[i].Show(value < 0 && IsForNegatives(i) ? -value : value, from1904);
        }
        return Plain(value);
    }

    /// <summary>Text is shown as it is, unless the format's section for text is empty or puts literals around it.</summary>
    public string Show(string text) => _text is null ? text : _text.Show(text);

    // Without conditions the first section is for positive numbers, the second for negative ones and the third for zero; the last takes what is left.
    private bool HasPlace(int section, double value) => section == _numbers.Length - 1 || (section == 0 ? value > 0 || (value == 0 && _numbers.Length == 2) : value < 0);

    // A section of their own brings its own sign.
    private bool IsForNegatives(int section) => section == 1 && (_numbers[1].Condition ?? _numbers[0].Condition) is null or { IsBelow: true };

    /// <summary>Fifteen digits, as spreadsheet programs keep them: 0.1 + 0.2 shows as 0.3.</summary>
    internal static string Plain(double value) =>
        Math.Abs(value) is 0 or >= 1e-9 and < 1e15 ? ((decimal)value).ToString("0.##########", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
