using System.Globalization;

namespace Pipeline.Extractor.Readers.Spreadsheets.Formats;

/// <summary>Which numbers a section of a format is for, as <c>[=0]</c> or <c>[&gt;=1]</c> says before it.</summary>
internal readonly record struct FormatCondition(string Sign, double Number)
{
    public bool IsBelow => Sign is "<" or "<=";

    /// <param name="text">What stands in the brackets.</param>
    /// <returns>Null for a colour, a currency or another thing that brackets hold.</returns>
    public static FormatCondition? Of(string text)
    {
        var sign = string.Concat(text.TakeWhile(c => c is '<' or '=' or '>'));
        return sign.Length > 0 && double.TryParse(text.AsSpan(sign.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new FormatCondition(sign, number) : null;
    }

    public bool Holds(double value) => Sign switch
    {
        "<" => value < Number,
        "<=" => value <= Number,
        ">" => value > Number,
        ">=" => value >= Number,
        "<>" => value != Number,
        _ => value == Number,
    };
}
