using System.Globalization;
using System.Text.Json;

namespace Pipeline.Store.Records;

/// <summary>Cell values in the form's order as a JSON array: <c>[3,null,12.5]</c>.</summary>
internal static class StoredValues
{
    public static string Pack(IEnumerable<decimal?> values) => $"[{string.Join(',', values.Select(value => value is { } number ? Text(number) : "null"))}]";

    public static decimal?[] Read(string json) => JsonSerializer.Deserialize<decimal?[]>(json)!;

    /// <summary>The number as short as it can be written: 12.50 and 12.5 are one value.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
