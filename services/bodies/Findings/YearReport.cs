using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Findings;

/// <summary>A body's report on one year.</summary>
/// <param name="Values">In the order of the form's cells; null for a blank. What people corrected counts as corrected.</param>
public sealed record YearReport(long RecordId, int Year, OfficialForm Form, IReadOnlyList<decimal?> Values)
{
    /// <summary>Null for a blank, and for a cell that the form does not have.</summary>
    public decimal? this[CellId cell] => Form.Find(cell) is { } known ? Values[known.Index] : null;

    /// <summary>Null when one of them is blank.</summary>
    public decimal? Sum(ImmutableArray<FormCell> cells)
    {
        decimal sum = 0;
        foreach (var cell in cells)
        {
            if (this[cell.Id] is not { } value)
                return null;
            sum += value;
        }

        return sum;
    }
}
