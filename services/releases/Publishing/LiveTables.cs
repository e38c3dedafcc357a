using System.Security.Cryptography;
using System.Text;
using Pipeline.Releases.Files;
using Pipeline.Releases.Questions;
using Pipeline.Releases.Tables;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Status;

namespace Pipeline.Releases.Publishing;

/// <summary>The tables of the live database as Parquet, for questions: made when they are asked for, kept until the database is another.</summary>
public sealed class LiveTables(RecordExport export, LastChangeQuery changes, ReleaseTables tables)
{
    /// <param name="folder">Where they are kept; it may be deleted at any time.</param>
    /// <param name="withCells">Whether the table of cells is needed, which takes longest.</param>
    /// <returns>A folder with the Parquet files.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<string> Make(string folder, bool withCells, CancellationToken cancellation)
    {
        var state = (await changes.Read(cancellation))?.State ?? "empty";
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..16];
        var whole = Path.Combine(folder, $"{name}-cells");
        if (Directory.Exists(whole))
            return whole;
        var made = withCells ? whole : Path.Combine(folder, name);
        if (Directory.Exists(made))
            return made;
        UnfinishedFolder.Sweep(folder);
        using var part = UnfinishedFolder.Begin(folder);
        var written = tables.Of(new RecordFilter()).Where(table => withCells || table.Schema.Name != CellTable.Name).ToList();
        await TableWriter.Write(
            export, new RecordFilter(), written, async schema => [await ParquetFile.Create(schema, File.Create(Path.Combine(part.Path, schema.ParquetFile)))], new List<DamagedRecord>(), cancellation);
        ViewFiles.Write(part.Path, part.Path, cancellation);
        foreach (var old in Directory.EnumerateDirectories(folder).Where(old => !Path.GetFileName(old).StartsWith(UnfinishedFolder.Prefix, StringComparison.Ordinal)).ToList())
            Directory.Delete(old, recursive: true);
        part.MoveTo(made);
        return made;
    }
}
