using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Extractor;
using UglyToad.PdfPig;

namespace Pipeline.Bench;

/// <summary>What the extractor is held against: for each format the least that any program must do to see the text.</summary>
internal static class Comparisons
{
    private static readonly HtmlParser Html = new();

    private static readonly OtherProgram Pandas = new("pandas", "html"), Readability = new("readability", "html"), Pdfminer = new("pdfminer", "pdf");

    public static IReadOnlyDictionary<string, Comparison> All { get; } = new Dictionary<string, Comparison>(StringComparer.Ordinal)
    {
        ["html"] = new("HTML, against AngleSharp's parse alone", "*.html", Extract("page.html"), Parsed),
        ["text"] = new("text, against decoding it", "*.txt", Extract("dump.txt"), bytes => Task.FromResult(Encoding.UTF8.GetString(bytes).Split('\n'))),
        ["docx"] = new("DOCX, against opening it with the SDK", "*.docx", Extract("report.docx"), Opened),
        ["pdf"] = new("PDF with both readers, against PdfPig's letters alone", "*.pdf", Extract("report.pdf"), Letters) { Reads = 15, WarmUp = 4 },
        ["pdftotext"] = new("PDF with both readers, against pdftotext -bbox alone", "*.pdf", Extract("report.pdf"), Bbox) { Reads = 15, WarmUp = 4 },
        ["pandas"] = new("HTML, against pandas.read_html over the tables alone", "*.html", Extract("page.html"), Pandas.Read),
        ["readability"] = new("HTML, against readability-lxml, which finds the text alone", "*.html", Extract("page.html"), Readability.Read),
        ["pdfminer"] = new("PDF with both readers, against pdfminer's words and lines", "*.pdf", Extract("report.pdf"), Pdfminer.Read) { Reads = 6, WarmUp = 1 },
        ["help"] = new("start: --help, against an empty console program", "*.html", _ => Run("dotnet", Program, "--help"), _ => Run("dotnet", Empty)) { Reads = 3, WarmUp = 1 },
        ["cold"] = new("start: extract of one page, against an empty console program", "*.html", bytes => OnFile(bytes, "html", page => Run("dotnet", Program, "extract", page)), _ => Run("dotnet", Empty)) { Reads = 3, WarmUp = 1 },
    };

    /// <summary>Ends the programs beside this one.</summary>
    public static void End()
    {
        foreach (var program in new[] { Pandas, Readability, Pdfminer })
            program.Dispose();
    }

    /// <summary>The program as <c>./run</c> starts it, and one that does nothing; both built by <c>bench/all</c>.</summary>
    private static string Program => Environment.GetEnvironmentVariable("BENCH_PROGRAM") ?? throw new InvalidOperationException("BENCH_PROGRAM is not set: use bench/all.");

    private static string Empty => Environment.GetEnvironmentVariable("BENCH_EMPTY") ?? throw new InvalidOperationException("BENCH_EMPTY is not set: use bench/all.");

    private static Func<byte[], Task> Extract(string name) => bytes => ReportExtractor.Default.Extract(bytes, new DocumentHints { FileName = name }, default);

    private static async Task Parsed(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        using var document = await Html.ParseDocumentAsync(stream, default);
    }

    private static Task<int> Opened(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return Task.FromResult(document.MainDocumentPart!.Document!.Descendants().Count());
    }

    private static Task<int> Letters(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        return Task.FromResult(document.GetPages().Sum(page => page.Letters.Count));
    }

    private static Task Bbox(byte[] bytes) => OnFile(bytes, "pdf", file => Run("pdftotext", "-raw", "-bbox", file, "-"));

    private static async Task OnFile(byte[] bytes, string extension, Func<string, Task> run)
    {
        var file = Path.Combine(Path.GetTempPath(), $"bench-{Environment.ProcessId}.{extension}");
        await File.WriteAllBytesAsync(file, bytes);
        await run(file);
        File.Delete(file);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
    }
}
