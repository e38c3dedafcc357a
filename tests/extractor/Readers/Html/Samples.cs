using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html;

namespace Pipeline.Extractor.Tests.Readers.Html;

/// <summary>Small pages under tests/samples, each with the blocks that a person sees on it.</summary>
internal static class Samples
{
    private static readonly string Root = FindRoot();

    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.html").Select(path => $"{folder}/{Path.GetFileNameWithoutExtension(path)}").Order(StringComparer.Ordinal);

    public static byte[] Page(string name) => File.ReadAllBytes(Path.Combine(Root, name + ".html"));

    public static string Expected(string name) => File.ReadAllText(Path.Combine(Root, name + ".grid.txt")).ReplaceLineEndings("\n").TrimEnd();

    public static Task<SourceDocument> Read(byte[] page) => new HtmlReader().Read(page, new DocumentHints(), CancellationToken.None);

    public static Task<SourceDocument> Read(string html) => Read(System.Text.Encoding.UTF8.GetBytes(html));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "tests", "samples")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("tests/samples is not above the test's folder."), "tests", "samples");
    }
}
