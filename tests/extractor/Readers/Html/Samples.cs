using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html;

namespace Pipeline.Extractor.Tests.Readers.Html;

/// <summary>Small pages under tests/samples, each with the blocks that a person sees on it.</summary>
internal static class Samples
{
    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(SamplePaths.Of(folder), "*.html").Select(path => $"{folder}/{Path.GetFileNameWithoutExtension(path)}").Order(StringComparer.Ordinal);

    public static byte[] Page(string name) => SamplePaths.Bytes(name + ".html");

    public static string Expected(string name) => File.ReadAllText(SamplePaths.Of(name + ".grid.txt")).ReplaceLineEndings("\n").TrimEnd();

    public static Task<SourceDocument> Read(byte[] page) => new HtmlReader().Read(page, new DocumentHints(), CancellationToken.None);

    public static Task<SourceDocument> Read(string html) => Read(System.Text.Encoding.UTF8.GetBytes(html));
}
