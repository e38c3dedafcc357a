namespace Pipeline.ScanLab;

/// <param name="File">A PDF or a web page.</param>
internal sealed record CorpusDocument(string Id, string File)
{
    public bool IsPdf => File.EndsWith(".pdf", StringComparison.Ordinal);
}

internal static class Corpus
{
    /// <returns>The reports of the corpus that can be printed.</returns>
    public static IEnumerable<CorpusDocument> Reports(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "manifest.csv"));
        var head = lines[0].Split(',');
        var (id, file, isReport) = (Array.IndexOf(head, "id"), Array.IndexOf(head, "file"), Array.IndexOf(head, "is_report"));
        return lines.Skip(1).Select(line => line.Split(','))
            .Where(row => row.Length > isReport && row[isReport] == "true" && row[file].EndsWith(".pdf", StringComparison.Ordinal) | row[file].EndsWith(".html", StringComparison.Ordinal))
            .Select(row => new CorpusDocument(row[id], Path.Combine(folder, row[file])));
    }
}
