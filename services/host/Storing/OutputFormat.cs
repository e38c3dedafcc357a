namespace Pipeline.Host.Storing;

/// <summary>What <c>pipeline export</c> writes.</summary>
internal enum OutputFormat
{
    /// <summary>Records for a spreadsheet.</summary>
    Csv,

    /// <summary>Records for programs.</summary>
    Jsonl,

    /// <summary>Snapshots for the tools of web archives.</summary>
    Warc,
}
