using Pipeline.Contracts.Forms;
using Pipeline.Store.Export;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each cell of each form: what it means, from the declarations, and how the records fill it.</summary>
internal sealed class CodebookTable : ReleaseTable
{
    public const string Name = "codebook";

    private readonly Dictionary<string, FormCounts> _counts = FormCatalog.Current.Forms.ToDictionary(form => form.Id, form => new FormCounts(form), StringComparer.Ordinal);

    public override TableSchema Schema { get; } = new(
        Name,
        new("A row for each cell of each form: labels, unit, equations, share missing, range", "每格式每单元格一行：名称、单位、等式、缺失率与范围"),
        [
            new("form", ColumnType.Text, new("Official form", "报告格式")) { Required = true },
            new("cell", ColumnType.Text, new("Cell: a column of the records, a row of the cells", "单元格：记录表的列，单元格表的行")) { Required = true },
            new("place", ColumnType.Whole, new("Place on the form, from 1", "在格式中的次序，从 1 起")) { Required = true },
            new("label_zh", ColumnType.Text, new("All labels that lead to it, in Chinese", "中文名称")) { Required = true },
            new("label_en", ColumnType.Text, new("The same in English", "英文名称")) { Required = true },
            new("unit", ColumnType.Text, new("Unit; empty for plain counts", "单位；计数则为空")),
            new("domain", ColumnType.Text, new("count: whole, zero or more; amount: zero or more; change: whole", "count 非负整数；amount 非负数；change 整数")) { Required = true, Values = ["amount", "change", "count"] },
            new("equations", ColumnType.Text, new("Equations that it takes part in, between spaces", "所属等式（空格分隔）")),
            new("records", ColumnType.Whole, new("Records on the form", "该格式的记录数")) { Required = true },
            new("missing", ColumnType.Whole, new("Of them: no value", "其中：无值")) { Required = true },
            new("share_missing", ColumnType.Number, new("Their share", "缺失率")) { Range = (0, 1) },
            new("least", ColumnType.Number, new("Least best value", "最小值")),
            new("most", ColumnType.Number, new("Greatest best value", "最大值")),
        ],
        ["form", "cell"]);

    /// <summary>What is known when all records have been added.</summary>
    public IEnumerable<CodebookEntry> Entries => FormCatalog.Current.Forms.SelectMany(form => _counts[form.Id].Entries());

    public override ValueTask Add(ExportedRecord record, TableOutput output, CancellationToken cancellation)
    {
        _counts[record.Record.Current.Report.Form].Add(record);
        return ValueTask.CompletedTask;
    }

    public override async Task AddRest(TableOutput output, CancellationToken cancellation)
    {
        foreach (var entry in Entries)
        {
            var row = output.Rows;
            row.Text(entry.Form.Id);
            row.Text(entry.Cell.Id.ToString());
            row.Whole(entry.Cell.Index + 1);
            row.Text(entry.Cell.Name.Chinese);
            row.Text(entry.Cell.Name.English);
            row.Text(entry.Cell.Unit);
            row.Text(entry.Cell.Domain.ToString().ToLowerInvariant());
            row.Text(entry.Equations.Count == 0 ? null : string.Join(' ', entry.Equations));
            row.Whole(entry.Records);
            row.Whole(entry.Missing);
            row.Number(entry.ShareMissing);
            row.Number(entry.Least);
            row.Number(entry.Most);
            await output.EndRow(cancellation);
        }
    }

    private sealed class FormCounts(OfficialForm form)
    {
        private readonly long[] _missing = new long[form.Cells.Length];
        private readonly decimal?[] _least = new decimal?[form.Cells.Length];
        private readonly decimal?[] _most = new decimal?[form.Cells.Length];
        private long _records;

        public void Add(ExportedRecord record)
        {
            _records++;
            foreach (var cell in record.Record.Current.Report.Cells)
            {
                var place = form.OrdinalOf(cell.Cell);
                if (record.Best(cell) is not { } value)
                {
                    _missing[place]++;
                    continue;
                }

                _least[place] = _least[place] is { } least && least <= value ? least : value;
                _most[place] = _most[place] is { } most && most >= value ? most : value;
            }
        }

        public IEnumerable<CodebookEntry> Entries()
        {
            var equations = form.Equations.Concat(form.YearEquations)
                .SelectMany(equation => equation.Left.Concat(equation.Right).Select(cell => (cell.Index, equation.Name))).Distinct().ToLookup(pair => pair.Index, pair => pair.Name);
            return form.Cells.Select((cell, place) => new CodebookEntry(form, cell, [.. equations[place]], _records, _missing[place], _least[place], _most[place]));
        }
    }
}
