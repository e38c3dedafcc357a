namespace Pipeline.Store.Export;

public enum ExportFormat
{
    /// <summary>RFC 4180 in UTF-8 with a byte order mark, safe to open in a spreadsheet.</summary>
    Csv,

    /// <summary>One JSON object per line, UTF-8.</summary>
    Jsonl,
}
