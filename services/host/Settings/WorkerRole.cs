namespace Pipeline.Host.Settings;

/// <summary>A kind of worker that a process may run.</summary>
[Flags]
public enum WorkerRole
{
    None = 0,
    Crawler = 1,
    Extractor = 2,
    Store = 4,

    /// <summary>The pages and the HTTP API.</summary>
    Web = 8,

    /// <summary>Every worker: all that a document passes through.</summary>
    All = Crawler | Extractor | Store,
}
