using System.Collections.Immutable;
using System.Text.Json;
using CsvHelper;

namespace Pipeline.Evaluation.Corpora;

/// <summary>A folder of documents with truth: <c>manifest.csv</c> lists them, <c>truth/ID.json</c> says what is on each.</summary>
internal static class CorpusFolder
{
    /// <exception cref="CorpusException">The folder is no corpus: the message says what is missing.</exception>
    public static ImmutableArray<CorpusDocument> Load(string folder)
    {
        var manifest = Path.Combine(folder, "manifest.csv");
        if (!File.Exists(manifest))
            throw new CorpusException($"{folder} is no corpus: it has no manifest.csv (columns id, file, layout; truth in truth/ID.json). scripts/layout-lab makes one.");
        using var rows = CsvReader.Create(File.OpenRead(manifest), new CsvReaderOptions(), leaveOpen: false);
        var documents = ImmutableArray.CreateBuilder<CorpusDocument>();
        try
        {
            while (rows.Read())
            {
                var id = rows["id"].ToString();
                documents.Add(new CorpusDocument(id, Path.Combine(folder, rows["file"].ToString()), rows["layout"].ToString(), Truth(folder, id)));
            }
        }
        catch (Exception error) when (error is CsvFormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new CorpusException($"{manifest} cannot be read: {error.Message}");
        }

        return documents.ToImmutable();
    }

    private static ImmutableArray<TruthRecord> Truth(string folder, string id)
    {
        var file = Path.Combine(folder, "truth", id + ".json");
        try
        {
            return TruthFile.Parse(File.ReadAllText(file));
        }
        catch (Exception error) when (error is IOException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CorpusException($"The truth {file} cannot be read: {error.Message}");
        }
    }
}
