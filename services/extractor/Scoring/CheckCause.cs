using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;

namespace Pipeline.Extractor.Scoring;

/// <summary>Whose mistake a broken check is, as far as the evidence tells.</summary>
internal static class CheckCause
{
    // A number that a publisher got wrong breaks two or three checks; a table read one column off breaks most of them.
    private const int HeldForEachBroken = 3;

    private const double SureLabel = 0.9;


    /// <param name="checks">Every check of the report. A total that is blank beside numbers is a row that may have lost a cell.</param>
    public static ViolationCause Of(CheckOutcome check, ReportChecks checks, AlignedPage page)
    {
        var cells = check.Cells.Select(page.Of).OfType<AlignedCell>().ToList();
        if (cells.Any(cell => cell.Contested || cell.Dissenting > 0) || page.UnexplainedNumbers > 0 || !checks.UnstatedTotals.IsEmpty)
            return ViolationCause.Reading;
        // Two strategies that read every cell at the same spots leave the page itself to blame, and so does one that went by sure labels
        // above and beside each number, where nearly all else adds up.
        var addsUp = checks.Outcomes.Count(outcome => outcome.IsTelling && outcome.Holds) >= HeldForEachBroken * checks.Outcomes.Count(outcome => !outcome.Holds);
        return cells.TrueForAll(cell => cell.Agreeing > 0 || (addsUp && cell.Rule == GridHeaders.Name && cell.Candidate.LabelSimilarity >= SureLabel)) ? ViolationCause.Publisher : ViolationCause.Unclear;
    }
}
