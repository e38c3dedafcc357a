using System.Globalization;
using System.Text;
using Pipeline.Contracts.Forms;
using Pipeline.Releases.Tables;

namespace Pipeline.Releases.Describing;

/// <summary>The codebook for people: every column of every table and every cell of every form, in Chinese and English.</summary>
internal static class CodebookPage
{
    public const string File = "CODEBOOK.md";

    public static string Of(ReleaseAbout about, IEnumerable<TableSchema> tables, IEnumerable<CodebookEntry> entries)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# 编码簿 · Codebook\n\n{about.Id}\n");
        foreach (var table in tables)
            AddTable(page, table);
        foreach (var form in entries.GroupBy(entry => entry.Form))
            AddForm(page, form.Key, [.. form]);
        return page.ToString();
    }

    private static void AddTable(StringBuilder page, TableSchema table)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {table.Name}\n\n{table.Title.Chinese}。{table.Title.English}: `{table.ParquetFile}`, `{table.CsvFile}`.\n\n");
        page.Append("| 列 Column | 类型 Type | 说明 | Meaning |\n| --- | --- | --- | --- |\n");
        // The cells' columns are told by form below.
        foreach (var column in table.Columns.Where(column => table.Name != RecordTable.Name || RecordTable.IsFact(column.Name)))
            page.Append(CultureInfo.InvariantCulture, $"| `{column.Name}` | {column.Type.ToString().ToLowerInvariant()}{(column.Required ? "" : "?")} | {Cell(column.Text.Chinese)} | {Cell(column.Text.English)}{Values(column)} |\n");
    }

    private static string Values(Column column) => column.Values.Length == 0 ? "" : $" ({string.Join(", ", column.Values)})";

    private static void AddForm(StringBuilder page, OfficialForm form, IReadOnlyList<CodebookEntry> entries)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {form.Id}: {form.Name.Chinese} · {form.Name.English}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{form.FirstYear}–{form.LastYear?.ToString(CultureInfo.InvariantCulture) ?? ""}; {entries[0].Records} 份记录 records.\n\n");
        page.Append("| 变量 Variable | 名称 | Label | 单位 Unit | 取值 Domain | 缺失 Missing | 范围 Range | 等式 Equations |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var entry in entries)
        {
            var (cell, name) = (entry.Cell, entry.Cell.Name);
            page.Append(CultureInfo.InvariantCulture,
                $"| `{cell.Id}` | {Cell(name.Chinese)} | {Cell(name.English)} | {cell.Unit} | {cell.Domain.ToString().ToLowerInvariant()} | {Share(entry)} | {Range(entry)} | {string.Join(' ', entry.Equations.Select(equation => $"`{equation}`"))} |\n");
        }

        page.Append("\n| 等式 Equation | 含义 | Meaning |\n| --- | --- | --- |\n");
        foreach (var equation in form.Equations.Concat(form.YearEquations).DistinctBy(equation => equation.Name))
            page.Append(CultureInfo.InvariantCulture, $"| `{equation.Name}` | {Cell(equation.Text.Chinese)} | {Cell(equation.Text.English)} |\n");
        foreach (var rate in form.Rates)
            page.Append(CultureInfo.InvariantCulture, $"\n{rate.Name.Chinese} · {rate.Name.English} (`{rate.Id}`): ({string.Join(" + ", rate.Part.Select(cell => cell.Id))}) / ({string.Join(" + ", rate.Whole.Select(cell => cell.Id))})\n");
    }

    private static string Share(CodebookEntry entry) => entry.ShareMissing is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %") : "";

    private static string Range(CodebookEntry entry) => entry is { Least: { } least, Most: { } most } ? string.Create(CultureInfo.InvariantCulture, $"{least:0.####}–{most:0.####}") : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
