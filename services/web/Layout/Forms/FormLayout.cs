using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Lays an official form out as tables, from its labels alone, so that a new form needs no page of its own.</summary>
public static class FormLayout
{
    private static readonly ImmutableDictionary<string, ImmutableArray<FormBlock>> Layouts = OfficialForm.All.ToImmutableDictionary(form => form.Id, form => Blocks(form).ToImmutableArray());

    public static ImmutableArray<FormBlock> Of(string form) => Layouts[form];

    private static IEnumerable<FormBlock> Blocks(OfficialForm form)
    {
        var rows = Runs(form.Cells, cell => (cell.Section, cell.Group, cell.Row)).Select(Row);
        return Runs(rows, row => (row.Cells[0].Section, string.Join('\n', row.Cells.Select(cell => cell.Column))))
            .Select(block => new FormBlock(block[0].Cells[0].Section, [.. block[0].Cells.Select(cell => cell.Column)], block));
    }

    // The last table has one row for each of its groups.
    private static FormRow Row(ImmutableArray<FormCell> cells)
    {
        ImmutableArray<string> group = [.. (cells[0].Group ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries)];
        return cells[0].Row is { } label ? new FormRow(group, label, cells) : new FormRow(group[..^1], group[^1], cells);
    }

    /// <summary>Neighbours of the same key, together.</summary>
    private static IEnumerable<ImmutableArray<T>> Runs<T, TKey>(IEnumerable<T> items, Func<T, TKey> key)
    {
        var run = ImmutableArray.CreateBuilder<T>();
        foreach (var item in items)
        {
            if (run.Count > 0 && !EqualityComparer<TKey>.Default.Equals(key(run[0]), key(item)))
            {
                yield return run.DrainToImmutable();
            }

            run.Add(item);
        }

        if (run.Count > 0)
            yield return run.DrainToImmutable();
    }
}
