using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>All readings of a table compete; what they cover and how the form's arithmetic fits decides. The others are kept as evidence.</summary>
internal sealed class ReadingRanker(FormFamily family)
{
    /// <summary>Readings of one table, best first.</summary>
    public ImmutableArray<RankedReading> Rank(IEnumerable<TableReading> readings) => [.. readings.Select(Judge).OrderByDescending(rank => rank.Score)];

    // Cells read, less what speaks against the reading. The weights only order readings of one table; they are no probabilities.
    private RankedReading Judge(TableReading reading)
    {
        var cells = reading.Candidates.Values.Sum(candidate => candidate.LabelSimilarity * (candidate.Number.IsNumber ? 1 : candidate.Number.IsBlank ? 0.6 : 0));
        var (checks, balance) = (int.MinValue, int.MinValue);
        for (var form = 0; form < family.Forms.Length; form++)
        {
            var (kept, broken) = Telling(reading, reading.Table.Equations[form], family.CellsOfForms[form]);
            // A broken check costs more than a kept one earns: a reading that shifts a row breaks several at once.
            (checks, balance) = (Math.Max(checks, kept - (2 * broken)), Math.Max(balance, kept - broken));
        }

        return new RankedReading(reading, cells + checks - (0.5 * reading.Contested.Count), balance < 0);
    }

    private static (int Kept, int Broken) Telling(TableReading reading, ImmutableArray<Equation> equations, ImmutableArray<FamilyCell> cells)
    {
        var (kept, broken) = (0, 0);
        foreach (var equation in equations)
        {
            if (FormArithmetic.Evaluate(equation, cell => reading.Candidates[cells[cell.Index]]?.Number.Value) is not { IsTelling: true } outcome)
                continue;
            if (outcome.Holds)
                kept++;
            else
                broken++;
        }

        return (kept, broken);
    }
}

/// <summary>A reading of a table and how it stands against the others.</summary>
/// <param name="Score">The higher the better.</param>
/// <param name="IsRefuted">Whether the form's arithmetic refutes it: it breaks more telling checks than it keeps, as a table read some columns off does.</param>
internal sealed record RankedReading(TableReading Reading, double Score, bool IsRefuted);
