namespace Pipeline.Extractor.Alignment;

/// <summary>
/// One way to find the values of the tables on a page. A strategy reports what it sees, all of it; it neither scores nor chooses.
/// </summary>
internal interface IReadingStrategy
{
    /// <summary>Name of the rule as it stands in the record, such as <c>grid.headers</c>.</summary>
    string Rule { get; }

    IEnumerable<CandidateCell> Read(PageRuns page);
}
