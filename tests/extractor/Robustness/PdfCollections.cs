using System.Diagnostics;
using System.Globalization;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>The PDF reader over folders of foreign PDFs, which are not in the repository: <c>scripts/pdf-collections</c> runs it and prints what it says.</summary>
public sealed class PdfCollections(ITestOutputHelper output)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>Named in PIPELINE_PDF_ENGINE, such as <c>poppler</c>; both together where nothing is named and both are there.</summary>
    private static readonly IReadOnlyList<IPdfEngine> Chosen =
        [.. PdfEngines.All.Where(engine => engine.Version.StartsWith(Environment.GetEnvironmentVariable("PIPELINE_PDF_ENGINE") ?? "", StringComparison.OrdinalIgnoreCase))];

    private static string Engines => string.Join(" and ", Chosen.Select(engine => engine.Version));

    private static IDocumentReader Reader => Chosen is [var only] ? new PdfReader(only) : PdfReaders.Default;

    [Fact(Explicit = true)]
    public async Task Every_PDF_of_the_folders_is_read_or_refused_within_the_bound()
    {
        var folders = Environment.GetEnvironmentVariable("PIPELINE_PDF_FOLDERS")?.Split(Path.PathSeparator) ?? throw new InvalidOperationException("Set PIPELINE_PDF_FOLDERS, or run scripts/pdf-collections DIR…");
        var readings = new List<(string File, string Ending, TimeSpan Time)>();
        foreach (var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            var watch = Stopwatch.StartNew();
            var ending = await Read(file);
            readings.Add((file, watch.Elapsed > Bound ? "HANG" : ending, watch.Elapsed));
        }

        Report(readings);
        Assert.DoesNotContain(readings, reading => IsFault(reading.Ending));
    }

    private static async Task<string> Read(string file)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(file);
            await Task.Run(() => Reader.Read(bytes, new DocumentHints(), default)).WaitAsync(Bound);
            return "read";
        }
        catch (UnreadableDocumentException refused)
        {
            return "refused." + refused.Reason;
        }
        catch (TimeoutException)
        {
            return "HANG";
        }
#pragma warning disable CA1031 // Any other exception is a crash, and what is looked for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"CRASH {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")} {error.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    private static bool IsFault(string ending) => ending == "HANG" || ending.StartsWith("CRASH", StringComparison.Ordinal);

    private void Report(List<(string File, string Ending, TimeSpan Time)> readings)
    {
        foreach (var group in readings.GroupBy(reading => reading.Ending.Split(' ')[0]).OrderByDescending(group => group.Count()))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"TALLY {group.Count(),5} {group.Key}"));
        foreach (var (file, ending, _) in readings.Where(reading => IsFault(reading.Ending)))
            output.WriteLine($"FAULT {file}: {ending}");
        foreach (var (file, ending, time) in readings.OrderByDescending(reading => reading.Time).Take(5))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SLOW {time.TotalSeconds,6:0.0} s {Path.GetFileName(file)} ({ending})"));
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"TOTAL {readings.Count} PDFs with {Engines}, {readings.Count(reading => IsFault(reading.Ending))} faults, peak memory {process.PeakWorkingSet64 >> 20} MiB"));
    }
}
