using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>A record as one line of a list.</summary>
/// <param name="CellsRead">Cells with a number; blanks and cells that the page lacks do not count.</param>
/// <param name="Cells">Cells of the form.</param>
/// <param name="Violations">Checks that do not hold.</param>
/// <param name="State">current, source_gone or withdrawn.</param>
/// <param name="Reader">What read it, such as <c>html/AngleSharp 1.10.3</c>.</param>
/// <param name="RegionCode">GB/T 2260 code; null when unknown.</param>
public sealed record RecordSummary(
    long RecordId,
    string? Authority,
    int? Year,
    string Form,
    string? Title,
    int CellsRead,
    int Cells,
    int ChecksPassed,
    int Violations,
    double Confidence,
    ReviewStatus Status,
    SourceTrust Trust,
    string State,
    string SourceUrl,
    string Layout,
    string Reader,
    int Version,
    string? RegionCode,
    DateOnly? Published)
{
    /// <summary>Kind of document that the form belongs to.</summary>
    public string Genre => FormCatalog.Current.GenreOf(Form).Id;
}
