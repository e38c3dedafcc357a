namespace Pipeline.Extractor.Scoring;

/// <summary>What is to be thought of a cell that was not found on the page.</summary>
internal enum AbsenceKind
{
    /// <summary>The page leaves it out.</summary>
    Plain,

    /// <summary>The page leaves out its row, as the totals of the table say; a form of another wording could look the same.</summary>
    Gap,

    /// <summary>It may have been missed.</summary>
    Doubtful,
}
