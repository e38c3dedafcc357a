using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Export;
using Spectre.Console;

namespace Pipeline.Host.Releasing;

/// <summary>Writes the rows of an answer as they come.</summary>
internal static class AnswerWriter
{
    // What a person scrolls through; the other formats have every row.
    private const int MostShown = 200;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Table(DbDataReader answer, Terminal terminal)
    {
        var table = new Table().Border(TableBorder.Rounded);
        for (var column = 0; column < answer.FieldCount; column++)
            table.AddColumn(new TableColumn(Markup.Escape(answer.GetName(column))) { Alignment = IsNumber(answer.GetFieldType(column)) ? Justify.Right : Justify.Left });
        while (answer.Read())
        {
            if (table.Rows.Count == MostShown)
            {
                terminal.Result.Write(table);
                terminal.Say($"The first {MostShown} rows. All of them: --format csv, json or parquet.");
                return;
            }

            table.AddRow([.. Enumerable.Range(0, answer.FieldCount).Select(column => Markup.Escape(Text(answer, column) ?? ""))]);
        }

        terminal.Result.Write(table);
    }

    public static void Csv(DbDataReader answer, TextWriter output)
    {
        output.Write(string.Join(',', Enumerable.Range(0, answer.FieldCount).Select(column => Field(answer.GetName(column)))) + "\r\n");
        while (answer.Read())
            output.Write(string.Join(',', Enumerable.Range(0, answer.FieldCount).Select(column => Field(Text(answer, column)))) + "\r\n");
    }

    public static void JsonRows(DbDataReader answer, TextWriter output)
    {
        output.Write('[');
        for (var rows = 0; answer.Read(); rows++)
        {
            output.Write(rows == 0 ? "{" : ",\n{");
            for (var column = 0; column < answer.FieldCount; column++)
                output.Write($"{(column == 0 ? "" : ",")}{JsonSerializer.Serialize(answer.GetName(column), Json)}:{JsonValue(answer, column)}");
            output.Write('}');
        }

        output.Write("]\n");
    }

    private static string JsonValue(DbDataReader answer, int column)
    {
        if (answer.IsDBNull(column))
            return "null";
        var value = answer.GetValue(column);
        return value switch
        {
            double number when !double.IsFinite(number) => "null",
            double or float or decimal or int or long or short or byte or uint or ulong or ushort or sbyte or BigInteger => Text(answer, column)!,
            bool yes => yes ? "true" : "false",
            _ => JsonSerializer.Serialize(Text(answer, column), Json),
        };
    }

    private static string Field(string? text)
    {
        var safe = SpreadsheetText.Safe(text) ?? "";
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string? Text(DbDataReader answer, int column) => answer.IsDBNull(column) ? null : Text(answer.GetValue(column));

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
        _ => value.ToString(),
    };

    private static bool IsNumber(Type type) => type.IsPrimitive || type == typeof(decimal) || type == typeof(BigInteger);
}
