using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Scoring;

/// <summary>
/// What a reading from a picture may at most be sure of. The model of confidences was fitted on documents whose characters are certain; in a picture
/// ink may be misread, and a row that is not found is more often one that was not recognised than one that the page leaves out.
/// </summary>
internal static class RecognitionDoubt
{
    /// <summary>Ink that is neither a number nor a sign for a blank: a figure stands there that nobody knows.</summary>
    private const double NotUnderstood = 0.3;

    /// <summary>Of a cell that was not found. Of forms under stamps and pens one in three such cells was printed.</summary>
    private const double NotFound = 0.6;

    /// <summary>Of a figure whose engine is this unsure of itself: what is left of a figure beneath a seal is read with .3 to .5. That it is sure says nothing.</summary>
    private const double UnsureEngine = 0.6;
    private const double Unsure = 0.7;

    /// <summary>The same of a lone 0, of which the engine is sure by a half even in clean scans; two passes agree on it.</summary>
    private const double UnsureZero = 0.4;

    /// <summary>The same of a sign for a blank: a stroke of a pen over a 0 was read as a slash with .80.</summary>
    private const double UnsureSign = 0.9;

    /// <summary>Of a number whose cell no rules of a table bound, or through which a sum does not hold: where rows or columns slip, all are wrong at once.</summary>
    private const double Slipped = 0.85;

    /// <summary>Of a figure about which passes differ and that the form's sums decide: what is printed may break a sum.</summary>
    private const double Inferred = 0.8;

    /// <summary>Rules that count figures behind a label, begin with this.</summary>
    private const string Sequence = "sequence.";

    /// <param name="isRecognised">Whether any cell of the record was read from a picture.</param>
    /// <param name="issues">Of the report, some of which name the tables without rules.</param>
    /// <returns>1 where recognition has no part in the reading.</returns>
    public static double Most(CellReading cell, CellEvidence evidence, bool isRecognised, IEnumerable<Issue> issues) => cell switch
    {
        { Rule: RuleReasons.Inferred } => Inferred,
        { Source: OcrLocator spot } => Math.Min(OfInk(cell, spot), cell.Rule.StartsWith(Sequence, StringComparison.Ordinal) || evidence.ChecksBroken > 0 || IsUnruled(spot, issues) ? Slipped : 1),
        { Source: null } when isRecognised => NotFound,
        _ => 1,
    };

    private static bool IsUnruled(OcrLocator spot, IEnumerable<Issue> issues) => issues.Any(issue => issue.Code == IssueReasons.OcrUnruled
        && issue.Where is OcrLocator table && table.Page == spot.Page && spot.Left >= table.Left && spot.Right <= table.Right && spot.Top >= table.Top && spot.Bottom <= table.Bottom);

    private static double OfInk(CellReading cell, OcrLocator spot)
    {
        if (!IsUnderstood(cell))
            return NotUnderstood;
        var least = cell.Value switch { null => UnsureSign, 0 => UnsureZero, _ => UnsureEngine };
        return spot.EngineConfidence < least ? Unsure : 1;
    }

    private static bool IsUnderstood(CellReading cell) => NumberText.Of(cell.Raw ?? "") is var number && (cell.Value is not null ? !number.IsUnusual : number.IsBlank);
}
