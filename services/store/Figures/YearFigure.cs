namespace Pipeline.Store.Figures;

/// <summary>One cell summed over the reports on a year.</summary>
/// <param name="Sum">Sum of the stated numbers; what people corrected counts as corrected.</param>
/// <param name="Median">Of the stated numbers; null where there is none.</param>
/// <param name="Stated">Reports that state a number.</param>
/// <param name="Reports">All reports, those that leave the cell blank or have no such cell included.</param>
public sealed record YearFigure(int Year, decimal Sum, decimal? Median, long Stated, long Reports);
