using System.Text.RegularExpressions;

namespace Pipeline.Store.Export;

/// <summary>Text that a spreadsheet shows instead of running: what it would take for a formula gets an apostrophe in front.</summary>
public static partial class SpreadsheetText
{
    // Full-width forms as well: spreadsheets in Chinese and Japanese settings read them as the plain ones.
    private const string Starts = "=+-@\t\r\n＝＋－＠";

    public static string? Safe(string? text) => text is { Length: > 0 } && Starts.Contains(text[0], StringComparison.Ordinal) && !PlainNumber().IsMatch(text) ? "'" + text : text;

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex PlainNumber();
}
