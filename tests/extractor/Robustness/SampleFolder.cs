namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>Documents that mutants are made of.</summary>
internal static class SampleFolder
{
    // Lists, stubs and robots.txt are shorter than any report.
    private const int SmallestReport = 4000;

    private static readonly string[] NoDocuments = [".json", ".csv", ".py", ".md", ".jsonl", ".http", ".xml"];

    /// <returns>Reports of the repository, in the order of their paths.</returns>
    public static IEnumerable<string> Documents(string root) =>
        In(Path.Combine(root, "samples", "site", "pages")).Concat(In(Path.Combine(root, "tests", "samples", "printed-forms")));

    /// <returns>Files of a folder and its folders that may be reports, in the order of their paths; a corpus's truth is none.</returns>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !NoDocuments.Contains(Path.GetExtension(file)) && new FileInfo(file).Length >= SmallestReport).Order(StringComparer.Ordinal);
}
