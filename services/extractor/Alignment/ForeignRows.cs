using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>Finds rows among those of a table that the form does not have, such as 行政确认: where a row of the form is absent, one of them may be it in other words.</summary>
internal static class ForeignRows
{
    /// <param name="spots">Where the values of the table stand.</param>
    public static bool AreAmong(PageRuns runs, IReadOnlySet<TokenSpot> spots)
    {
        if (spots.Count == 0)
            return false;
        var (first, last) = (spots.Min(spot => spot.Block), spots.Max(spot => spot.Block));
        return runs.Runs.Any(run => run.Block >= first && run.Block <= last && run.Nearest?.Kind == TokenKind.Text && run.HasNumber && !run.Cells.Any(cell => spots.Contains(cell.Spot)));
    }
}
