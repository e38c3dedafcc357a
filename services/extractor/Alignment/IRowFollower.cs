namespace Pipeline.Extractor.Alignment;

/// <summary>Follows one table through the runs of a page, from the first to the last, and says which cells the numbers of each are.</summary>
internal interface IRowFollower
{
    /// <summary>Null where the run is no row of the table.</summary>
    ExpectedRow? Next(TokenRun run);
}
