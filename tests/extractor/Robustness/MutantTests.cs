using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>
/// Whatever is done to a document, its reading ends with a result, and an accepted record says only what the mutant prints where it says so.
/// The documents are those of the sample site and of the printed forms; <c>scripts/mutants</c> takes a whole corpus.
/// </summary>
public sealed class MutantTests
{
    private const int Seed = 1;

    // Each PDF costs several processes.
    private const int MutantsOfPdf = 2;

    private const int MutantsOfOthers = 10;

    public static TheoryData<string> Documents => [.. SampleFolder.Documents(SamplePaths.Root).Select(file => Path.GetRelativePath(SamplePaths.Root, file))];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_mutant_ends_as_a_result_and_is_accepted_only_with_what_it_prints(string document)
    {
        var original = await Original.Read(Path.Combine(SamplePaths.Root, document));
        var faults = new List<string>();
        foreach (var (kind, turn, change) in Mutations.Mutants(original, original.MediaType == MediaTypes.Pdf ? MutantsOfPdf : MutantsOfOthers, Seed))
        {
            var reading = await MutantReading.Of(original, change, new Random(turn));
            faults.AddRange(reading.Faults.Select(fault => $"{kind} #{turn}: {fault}"));
        }

        Assert.Empty(faults);
    }
}
