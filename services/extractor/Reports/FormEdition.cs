using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Alignment;

namespace Pipeline.Extractor.Reports;

/// <summary>Which of a family's forms a page prints: the one that has most of the cells found, else the one in force for the year.</summary>
internal static class FormEdition
{
    public static OfficialForm Of(AlignedPage page, int? year) =>
        page.Family.Forms.OrderByDescending(form => form.Cells.Count(cell => page.Of(cell) is not null)).ThenByDescending(form => year is { } of && form.IsInForce(of)).First();
}
