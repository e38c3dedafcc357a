using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Lays an official form out as tables, from its declaration alone, so that a new form needs no page of its own.</summary>
public static class FormLayout
{
    public static IEnumerable<FormBlock> Of(OfficialForm form)
    {
        foreach (var table in form.Cells.GroupBy(cell => cell.Table))
        {
            var block = new List<ShownRow>();
            foreach (var row in table.GroupBy(cell => cell.Row).Select(row => new ShownRow(row.Key, [.. row])))
            {
                if (block.Count > 0 && !ColumnsOf(block[0]).SequenceEqual(ColumnsOf(row)))
                {
                    yield return Block(block);
                    block = [];
                }

                block.Add(row);
            }

            yield return Block(block);
        }
    }

    private static FormBlock Block(List<ShownRow> rows) => new(rows[0].Cells[0].Section, [.. ColumnsOf(rows[0])], [.. rows]);

    private static IEnumerable<FormColumn> ColumnsOf(ShownRow row) => row.Cells.Select(cell => cell.Column);
}
