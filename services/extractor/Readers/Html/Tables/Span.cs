using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Tables;

/// <summary>Spans of a cell as HTML defines them, with its bounds, and as pseudo-tables write them.</summary>
internal static class Span
{
    /// <summary>Bounds of the HTML standard.</summary>
    private const int MostColumns = 1_000;

    private const int MostRows = 65_534;

    public static int Columns(IElement cell) => Read(cell, "colspan", "aria-colspan", "data-colspan", MostColumns) is > 0 and var span ? span : 1;

    /// <summary>0 means: down to the end of the row group.</summary>
    public static int Rows(IElement cell) => Read(cell, "rowspan", "aria-rowspan", "data-rowspan", MostRows) ?? 1;

    private static int? Read(IElement cell, string own, string aria, string data, int most) =>
        Parse(cell.Value(own), most) ?? Parse(cell.Value(aria), most) ?? Parse(cell.Value(data), most);

    /// <summary>Leading digits count, as in a browser: <c>3px</c> is 3.</summary>
    private static int? Parse(string? value, int most)
    {
        if (value is null)
        {
            return null;
        }

        var digits = value.AsSpan().TrimStart();
        digits = digits.StartsWith("+", StringComparison.Ordinal) ? digits[1..] : digits;
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        digits = length < 0 ? digits : digits[..length];
        return digits.Length == 0 ? null : digits.Length > 6 ? most : Math.Min(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), most);
    }
}
