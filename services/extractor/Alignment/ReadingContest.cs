using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Checks;

namespace Pipeline.Extractor.Alignment;

/// <summary>All readings of a table compete; what they cover and how the form's arithmetic fits decides. The others are kept as evidence.</summary>
public static class ReadingContest
{
    /// <summary>Readings of one table, best first; those that found nothing are left out.</summary>
    public static ImmutableArray<TableReading> Rank(IEnumerable<TableReading> readings) =>
        [.. readings.Where(reading => !reading.Claims.IsEmpty).OrderByDescending(Score)];

    /// <summary>Cells read, less what speaks against the reading. The weights only order readings of one table; they are no probabilities.</summary>
    public static double Score(TableReading reading)
    {
        var cells = reading.Claims.Values.Sum(claim => claim.LabelSimilarity * (claim.Number.IsNumber ? 1 : claim.Number.IsBlank ? 0.6 : 0));
        var checks = FormCatalog.Current.Forms.Where(form => form.Id != "2014").Max(form => CheckScore(reading, form));
        return cells + checks - (0.5 * reading.Contested.Count);
    }

    /// <summary>Whether the form's arithmetic refutes the reading: it breaks more telling checks than it keeps, as a table read some columns off does.</summary>
    public static bool IsRefuted(TableReading reading) => FormCatalog.Current.Forms.Where(form => form.Id != "2014").Max(form => Telling(reading, form).Sum(outcome => outcome.Holds ? 1 : -1)) < 0;

    // A broken check costs more than a kept one earns: a reading that shifts a row breaks several at once.
    private static double CheckScore(TableReading reading, OfficialForm form) => Telling(reading, form).Sum(outcome => outcome.Holds ? 1.0 : -2.0);

    private static IEnumerable<CheckOutcome> Telling(TableReading reading, OfficialForm form) =>
        FormArithmetic.Evaluate(form, cell => reading.Claims.GetValueOrDefault(cell)?.Number.Value).Where(outcome => outcome.IsTelling);
}
