using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Contracts.Forms;
using Pipeline.Releases.Tables;

namespace Pipeline.Releases.Describing;

/// <summary>The description of a release for programs: a Data Package (Frictionless), with types and constraints of every column.</summary>
internal static class DataPackage
{
    public const string File = "datapackage.json";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ReleaseAbout about, IEnumerable<(TableSchema Schema, long Rows)> tables, IReadOnlyDictionary<string, ReleaseFileSum> files)
    {
        var genre = FormCatalog.Current.DefaultGenre;
        return new JsonObject
        {
            ["profile"] = "data-package",
            ["name"] = genre.Id,
            ["version"] = about.Id,
            ["title"] = $"{genre.Name.Chinese} · {genre.Name.English}",
            ["description"] = "One record per body and year, every number with where it was read, how sure the reading is, and what a person decided. CODEBOOK.md tells what the columns mean.",
            ["created"] = about.AsOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["filter"] = about.Filter,
            ["program"] = about.Program,
            ["contributors"] = new JsonArray(new JsonObject { ["title"] = about.Author, ["role"] = "publisher" }),
            ["resources"] = new JsonArray([.. tables.Select(table => Resource(table.Schema, table.Rows, files))]),
        }.ToJsonString(Options) + "\n";
    }

    private static JsonObject Resource(TableSchema table, long rows, IReadOnlyDictionary<string, ReleaseFileSum> files)
    {
        var resource = new JsonObject
        {
            ["name"] = table.Name,
            ["path"] = table.CsvFile,
            ["profile"] = "tabular-data-resource",
            ["title"] = $"{table.Title.Chinese} · {table.Title.English}",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["bytes"] = files[table.CsvFile].Bytes,
            ["hash"] = $"sha256:{files[table.CsvFile].Sha256}",
            ["rows"] = rows,
            ["parquet"] = new JsonObject { ["path"] = table.ParquetFile, ["bytes"] = files[table.ParquetFile].Bytes, ["hash"] = $"sha256:{files[table.ParquetFile].Sha256}" },
        };
        if (table.IsLong)
            resource["compression"] = "gz";
        var schema = new JsonObject { ["fields"] = new JsonArray([.. table.Columns.Select(Field)]), ["missingValues"] = new JsonArray("") };
        if (table.Key.Length > 0)
            schema["primaryKey"] = new JsonArray([.. table.Key.Select(name => JsonValue.Create(name))]);
        if (table.RecordColumn is { } column)
            schema["foreignKeys"] = new JsonArray(new JsonObject { ["fields"] = new JsonArray(column), ["reference"] = new JsonObject { ["resource"] = "records", ["fields"] = new JsonArray("record_id") } });
        resource["schema"] = schema;
        return resource;
    }

    private static JsonObject Field(Column column)
    {
        var field = new JsonObject { ["name"] = column.Name, ["type"] = TypeOf(column.Type), ["title"] = column.Text.Chinese, ["description"] = column.Text.English };
        var constraints = new JsonObject();
        if (column.Required)
            constraints["required"] = true;
        if (column.Values.Length > 0)
            constraints["enum"] = new JsonArray([.. column.Values.Select(value => JsonValue.Create(value))]);
        if (column.Range is { } range)
        {
            constraints["minimum"] = range.Least;
            constraints["maximum"] = range.Most;
        }

        if (constraints.Count > 0)
            field["constraints"] = constraints;
        return field;
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        ColumnType.Whole => "integer",
        ColumnType.Number => "number",
        ColumnType.Day => "date",
        _ => "datetime",
    };
}
