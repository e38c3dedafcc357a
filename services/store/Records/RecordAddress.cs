using Pipeline.Contracts;

namespace Pipeline.Store.Records;

/// <summary>
/// The address of a record's page, below the address where the pages are served: by what identifies the record – site, body and year – and not by its number, which is another
/// in a database that is made anew.
/// </summary>
public static class RecordAddress
{
    public const string Path = "/record";

    /// <param name="cell">Null for the whole record.</param>
    public static string Of(string key, CellId? cell = null) => $"{Path}?key={Uri.EscapeDataString(key)}{(cell is { } one ? $"&cell={one}" : "")}";
}
