namespace Pipeline.Store.Records;

/// <summary>How a document stands to a record that was read from it.</summary>
internal enum SourceState
{
    Live,

    /// <summary>404 or 410 since.</summary>
    Gone,

    /// <summary>The document now holds something else.</summary>
    Replaced,

    /// <summary>The same content, read anew, no longer gives the record.</summary>
    Withdrawn,
}
