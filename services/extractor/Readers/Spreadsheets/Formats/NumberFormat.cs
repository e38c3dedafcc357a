using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.Extractor.Readers.Spreadsheets.Formats;

/// <summary>
/// Shows a stored value as its cell does: digits and separators, percent, dates, literals around a number, and formats that show nothing. Fractions
/// and the scientific notation are shown as plain numbers.
/// </summary>
internal sealed class NumberFormat(ImmutableArray<FormatSection> sections)
{
    /// <summary>Formats that files name by a number alone.</summary>
    private static readonly FrozenDictionary<uint, string> BuiltIn = new Dictionary<uint, string>
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [14] = "yyyy/m/d", [15] = "d-mmm-yy", [16] = "d-mmm", [17] = "mmm-yy",
        [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm", [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m-d-yy", [31] = "yyyy\"年\"m\"月\"d\"日\"",
        [36] = "yyyy\"年\"m\"月\"", [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0", [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00", [50] = "yyyy\"年\"m\"月\"",
        [51] = "m\"月\"d\"日\"", [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    }.ToFrozenDictionary();

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
        if (sections.IsEmpty)
            return Plain(value);
        var section = sections[value < 0 && sections.Length > 1 ? 1 : value == 0 && sections.Length > 2 ? 2 : 0];
        // A section of its own for negative numbers brings its own sign.
        return section.Show(value < 0 && sections.Length > 1 ? -value : value, from1904);
    }

    /// <summary>Text is shown as it is, unless a fourth section of the format is empty or puts literals around it.</summary>
    public string Show(string text) => sections.Length < 4 ? text : sections[3].Show(text);

    /// <summary>Fifteen digits, as spreadsheet programs keep them: 0.1 + 0.2 shows as 0.3.</summary>
    internal static string Plain(double value) =>
        Math.Abs(value) is 0 or >= 1e-9 and < 1e15 ? ((decimal)value).ToString("0.##########", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
