using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>All readings of a table compete; what they cover and how the form's arithmetic fits decides. The others are kept as evidence.</summary>
public sealed class ReadingRanker(FormFamily family)
{
    /// <summary>Readings of one table, best first; those that found nothing are left out.</summary>
    public ImmutableArray<TableReading> Rank(IEnumerable<TableReading> readings) =>
        [.. readings.Where(reading => reading.Candidates.Count > 0).OrderByDescending(Score)];

    /// <summary>Cells read, less what speaks against the reading. The weights only order readings of one table; they are no probabilities.</summary>
    public double Score(TableReading reading)
    {
        var cells = reading.Candidates.Values.Sum(candidate => candidate.LabelSimilarity * (candidate.Number.IsNumber ? 1 : candidate.Number.IsBlank ? 0.6 : 0));
        var checks = family.Forms.Max(form => CheckScore(reading, form));
        return cells + checks - (0.5 * reading.Contested.Count);
    }

    /// <summary>Whether the form's arithmetic refutes the reading: it breaks more telling checks than it keeps, as a table read some columns off does.</summary>
    public bool IsRefuted(TableReading reading) => family.Forms.Max(form => Telling(reading, form).Sum(outcome => outcome.Holds ? 1 : -1)) < 0;

    // A broken check costs more than a kept one earns: a reading that shifts a row breaks several at once.
    private double CheckScore(TableReading reading, OfficialForm form) => Telling(reading, form).Sum(outcome => outcome.Holds ? 1.0 : -2.0);

    private IEnumerable<CheckOutcome> Telling(TableReading reading, OfficialForm form) =>
        FormArithmetic.Evaluate(form, cell => family.Find(cell.Id) is { } known ? reading.Candidates[known]?.Number.Value : null).Where(outcome => outcome.IsTelling);
}
