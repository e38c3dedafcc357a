using Pipeline.Contracts.Forms;
using Pipeline.Releases.Describing;
using Pipeline.Releases.Files;
using Pipeline.Releases.Questions;
using Pipeline.Releases.Tables;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Status;

namespace Pipeline.Releases.Publishing;

/// <summary>Writes the files of a release into a folder, in one pass over the records. The same database gives the same bytes.</summary>
public sealed class ReleaseWriter(RecordExport export, RecordQuery records, LastChangeQuery changes, ReleaseTables tables)
{
    private const string WorkbookFile = "release.xlsx";

    // Two million cells are what a spreadsheet program opens in some seconds; with more records only the cells that the pages show first are in the workbook.
    private const long MostWholeRecordsInWorkbook = 10_000;

    /// <param name="folder">Exists and is empty.</param>
    /// <param name="before">Release to tell the changes from; null for a first one.</param>
    /// <exception cref="ReleaseException">There is nothing to release.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<ReleaseTally> Write(string folder, RecordFilter filter, ReleaseChoice choice, ReleaseFolder? before, CancellationToken cancellation)
    {
        var count = await records.Count(filter, cancellation);
        if (count == 0 || await changes.Read(cancellation) is not { } last)
            throw new ReleaseException("There is no record to release: crawl first, or choose other filters.");
        var damaged = new List<DamagedRecord>();
        var written = tables.Of(filter);
        await using var file = File.Create(Path.Combine(folder, WorkbookFile));
        using var workbook = new Workbook(file);
        var rows = await TableWriter.Write(export, filter, written, schema => Files(folder, schema, workbook, count), damaged, cancellation);
        var sums = await Sums(folder, rows.Select(table => table.Schema), cancellation);
        ViewFiles.Write(folder, folder, cancellation);
        var about = new ReleaseAbout(ReleaseId.Of(last.At, sums), last.At, choice.Author, choice.Filter, rows.First(table => table.Schema.Name == RecordTable.Name).Rows, choice.Program);
        WriteReadMe(workbook, about, rows);
        workbook.Dispose();
        await file.DisposeAsync();

        await Text(folder, DataPackage.File, DataPackage.Of(about, rows, sums.ToDictionary(sum => sum.Name)), cancellation);
        await Text(folder, CodebookPage.File, CodebookPage.Of(about, rows.Select(table => table.Schema), written.OfType<CodebookTable>().Single().Entries), cancellation);
        await Text(folder, Citation.File, Citation.Of(about), cancellation);
        await Text(folder, ReadMe.File, $"# {FormCatalog.Current.DefaultGenre.Name.Chinese} · {FormCatalog.Current.DefaultGenre.Name.English}\n\n{string.Concat(ReadMe.Lines(about, rows).Select(line => $"- {line}\n"))}", cancellation);
        var difference = ReleaseChanges.Write(folder, about, before);
        var all = new List<ReleaseFileSum>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            all.Add(sums.FirstOrDefault(sum => sum.Name == Path.GetFileName(path)) ?? await Checksums.Of(path, cancellation));
        await Text(folder, Checksums.File, Checksums.Lines(all), cancellation);
        return new ReleaseTally(about, [.. rows.Select(table => (table.Schema.Name, table.Rows))], all.Sum(sum => sum.Bytes), difference, damaged);
    }

    private static async Task<IReadOnlyList<ITableFile>> Files(string folder, TableSchema schema, Workbook workbook, long count)
    {
        ITableFile parquet = await ParquetFile.Create(schema, File.Create(Path.Combine(folder, schema.ParquetFile)));
        ITableFile csv = new CsvFile(schema, File.Create(Path.Combine(folder, schema.CsvFile)));
        return schema.Name is RecordTable.Name or CodebookTable.Name or CoverageTable.Name ? [parquet, csv, new SheetFile(workbook, schema.Name, schema, Shown(schema, count))] : [parquet, csv];
    }

    private static int[] Shown(TableSchema schema, long count)
    {
        var all = Enumerable.Range(0, schema.Columns.Length);
        if (schema.Name != RecordTable.Name || count <= MostWholeRecordsInWorkbook)
            return [.. all];
        var first = FormCatalog.Current.Forms.SelectMany(form => form.Highlights).Select(highlight => highlight.Cell.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(place => RecordTable.IsFact(schema.Columns[place].Name) || first.Contains(schema.Columns[place].Name))];
    }

    private static void WriteReadMe(Workbook workbook, ReleaseAbout about, IReadOnlyList<(TableSchema Schema, long Rows)> tables)
    {
        const string Name = "read me";
        var sheet = workbook.Begin(Name, 160);
        sheet.Row(SheetStyles.Head, $"{FormCatalog.Current.DefaultGenre.Name.Chinese} · {FormCatalog.Current.DefaultGenre.Name.English}");
        foreach (var line in ReadMe.Lines(about, tables))
            sheet.Row(SheetStyles.Plain, line);
        if (about.Records > MostWholeRecordsInWorkbook)
            sheet.Row(SheetStyles.Plain, "This workbook has the main cells of each record alone, because spreadsheet programs do not open that many: records.parquet and records.csv have all of them.");
        workbook.End(Name, CodebookTable.Name, RecordTable.Name, CoverageTable.Name);
    }

    private static async Task<IReadOnlyList<ReleaseFileSum>> Sums(string folder, IEnumerable<TableSchema> schemas, CancellationToken cancellation)
    {
        var sums = new List<ReleaseFileSum>();
        foreach (var name in schemas.SelectMany(schema => new[] { schema.ParquetFile, schema.CsvFile }))
            sums.Add(await Checksums.Of(Path.Combine(folder, name), cancellation));
        return sums;
    }

    private static Task Text(string folder, string name, string text, CancellationToken cancellation) => File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);
}
