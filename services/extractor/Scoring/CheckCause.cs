using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
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

    // Two wrong numbers break three checks each; where more are broken, columns may stand in another order or figures may be hidden.
    private const int MostSlips = 6;

    /// <param name="checks">Every check of the report. A total that is blank beside numbers is a row that may have lost a cell.</param>
    /// <param name="isPlain">Whether the tables cannot look otherwise than they read.</param>
    public static ViolationCause Of(CheckOutcome check, ReportChecks checks, AlignedPage page, bool isPlain)
    {
        var cells = check.Cells.Select(page.Of).OfType<AlignedCell>().ToList();
        // What was not found is no mistake of the publisher.
        if (cells.Count < check.Cells.Length || cells.Any(cell => cell.Contested || cell.Dissenting > 0) || page.UnexplainedNumbers > 0 || !checks.UnstatedTotals.IsEmpty)
            return ViolationCause.Reading;
        // Two strategies that read every cell at the same spots leave the page itself to blame, and so does one that went by sure labels
        // above and beside each number, where nearly all else adds up.
        var isFew = checks.Outcomes.Count(outcome => !outcome.Holds) <= MostSlips;
        var addsUp = isFew && checks.Outcomes.Count(outcome => (outcome.IsTelling || isPlain) && outcome.Holds) >= HeldForEachBroken * checks.Outcomes.Count(outcome => !outcome.Holds);
        return addsUp && !AreTakenForEachOther(check, checks, page) && (isPlain || !IsSlipOfReading(check, page)) && cells.TrueForAll(cell => cell.Agreeing > 0 || (cell.Rule == RuleReasons.GridHeaders && cell.Candidate.LabelSimilarity >= SureLabel)) ? ViolationCause.Publisher : ViolationCause.Unclear;
    }

    // Every row of a table that is broken would hold with the total and one and the same column in each other's place: which is which only a header right above tells.
    private static bool AreTakenForEachOther(CheckOutcome check, ReportChecks checks, AlignedPage page)
    {
        if (!IsRow(check) || check.Cells.All(cell => page.Of(cell)?.Rule == RuleReasons.GridHeaders))
            return false;
        var broken = checks.Outcomes.Where(outcome => !outcome.Holds && IsRow(outcome) && outcome.Equation.Left[0].Table == check.Equation.Left[0].Table).ToList();
        return check.Equation.Right.Select(part => part.Column).Any(column => broken.TrueForAll(outcome =>
            outcome.Equation.Right.FirstOrDefault(part => part.Column == column) is { } part && page.Of(part)?.Candidate.Number.Value is { } value && 2 * value == outcome.Left + outcome.Right));
    }

    private static bool IsRow(CheckOutcome check) => check.Equation.Left is [var total] && check.Equation.Right.All(part => part.Table == total.Table && part.Row == total.Row);

    // White 9 before 511 reads 9511, a raised footnote 1 behind 23 reads 231, a picture in a cell reads as a blank: what would be right with a digit
    // less or a blank filled may be our mistake, and two strategies over the same text are no witness of what is printed.
    private static bool IsSlipOfReading(CheckOutcome check, AlignedPage page)
    {
        var gap = check.Left - check.Right;
        return Side(check.Equation.Left, 1) || Side(check.Equation.Right, -1);

        bool Side(ImmutableArray<FormCell> cells, int sign) => cells.Select(cell => page.Of(cell)?.Candidate.Number.Value)
            .Any(value => value is { } number ? Shortened(number).Any(shorter => (number - shorter) * sign == gap) : -gap * sign > 0);
    }

    private static IEnumerable<decimal> Shortened(decimal number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        for (var length = 1; length < digits.Length; length++)
        {
            foreach (var shorter in new[] { digits[length..], digits[..length] })
            {
                if (decimal.TryParse(shorter, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
                    yield return value;
            }
        }
    }
}
