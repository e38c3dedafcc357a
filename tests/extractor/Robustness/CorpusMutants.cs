using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>The same property over a folder of documents: <c>scripts/mutants</c> runs it and prints its tally.</summary>
public sealed class CorpusMutants(ITestOutputHelper output)
{
    private readonly ConcurrentDictionary<(string Kind, string Ending), int> _tally = [];

    private readonly ConcurrentQueue<string> _faults = [];

    [Fact(Explicit = true)]
    public async Task No_mutant_of_a_corpus_crashes_hangs_or_is_accepted_with_what_it_does_not_print()
    {
        var corpus = Environment.GetEnvironmentVariable("PIPELINE_MUTANTS_CORPUS");
        var files = (corpus is null ? SampleFolder.Documents(SamplePaths.Root) : SampleFolder.In(corpus)).ToList();
        var each = (Setting("PIPELINE_MUTANTS_COUNT", 2000) + files.Count - 1) / files.Count;
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (file, _) => await Run(file, each, Setting("PIPELINE_MUTANTS_SEED", 1)));
        Report(files.Count, watch.Elapsed);
        Assert.Empty(_faults);
    }

    private async Task Run(string file, int count, int seed)
    {
        var original = await Original.Read(file);
        foreach (var (kind, turn, change) in Mutations.Mutants(original, count, seed))
        {
            // A mutant that ends the process is found here.
            var kept = Path.Combine(Scratch, $"{original.Name}-{kind}-{turn}");
            await File.WriteAllBytesAsync(kept, change.Bytes);
            var reading = await MutantReading.Of(original, change, new Random(turn));
            _tally.AddOrUpdate((kind, reading.Ending), 1, (_, sum) => sum + 1);
            foreach (var fault in reading.Faults)
                _faults.Enqueue($"{kept}: {fault}");
            if (reading.Faults.Count == 0)
                File.Delete(kept);
        }
    }

    private void Report(int documents, TimeSpan time)
    {
        var endings = _tally.GroupBy(entry => entry.Key.Ending).OrderByDescending(group => group.Sum(entry => entry.Value)).Select(group => group.Key).ToList();
        output.WriteLine($"TALLY {"kind",-28}{string.Concat(endings.Select(ending => $" {ending}"))}");
        foreach (var kind in _tally.GroupBy(entry => entry.Key.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine($"TALLY {kind.Key,-28}{string.Concat(endings.Select(ending => _tally.GetValueOrDefault((kind.Key, ending)).ToString(CultureInfo.InvariantCulture).PadLeft(ending.Length + 1)))}");
        foreach (var fault in _faults)
            output.WriteLine($"FAULT {fault.ReplaceLineEndings(" ")}");
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"TOTAL {_tally.Values.Sum()} mutants of {documents} documents, {_faults.Count} faults, {time.TotalSeconds:0} s, peak memory {process.PeakWorkingSet64 >> 20} MiB"));
    }

    private static string Scratch => Directory.CreateDirectory(Path.Combine(SamplePaths.Root, "artifacts", "mutants")).FullName;

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
