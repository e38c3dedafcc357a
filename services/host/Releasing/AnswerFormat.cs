namespace Pipeline.Host.Releasing;

/// <summary>How an answer is written.</summary>
internal enum AnswerFormat
{
    /// <summary>For people, its first rows.</summary>
    Table,

    /// <summary>RFC 4180, safe to open in a spreadsheet.</summary>
    Csv,

    /// <summary>An array with one object a row.</summary>
    Json,

    /// <summary>Apache Parquet, into a file.</summary>
    Parquet,
}
