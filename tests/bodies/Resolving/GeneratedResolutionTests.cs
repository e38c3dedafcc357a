using System.Diagnostics;
using System.Globalization;
using Pipeline.Bodies.Tests.Generated;

namespace Pipeline.Bodies.Tests.Resolving;

/// <summary>Names of a generated country against the truth. <c>scripts/bodies-truth</c> runs it with 10,000 bodies.</summary>
public sealed class GeneratedResolutionTests(ITestOutputHelper output)
{
    private static readonly int Bodies = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_BODIES") ?? "300", CultureInfo.InvariantCulture);

    [Fact]
    public void Bodies_are_told_from_their_names_and_none_are_merged_wrongly()
    {
        var country = new GeneratedCountry(Bodies);
        var watch = Stopwatch.StartNew();

        var resolved = new ResolvedCountry(country);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"resolved: {resolved.Right} of {country.Bodies.Count} bodies right ({100.0 * resolved.Right / country.Bodies.Count:0.00} %), {resolved.Merged.Length} merged wrongly, {resolved.Split.Length} in pieces, {resolved.Resolution.Questions.Length} questions, {resolved.Mentions.Count} names in {watch.Elapsed.TotalSeconds:0.0} s"));
        foreach (var body in resolved.Merged.Take(10))
            output.WriteLine($"merged: {body.Key}: {string.Join(", ", body.Mentions.Select(id => $"{resolved.Mentions[id].Printed} {string.Join(' ', resolved.Mentions[id].Years)}"))}");
        foreach (var number in resolved.Split.Take(10))
            output.WriteLine($"in pieces: {string.Join(", ", country.Bodies[number].Names)}");
        Assert.Empty(resolved.Merged);
        Assert.True(resolved.Right >= country.Bodies.Count * 0.995);
        // What is not told by the names is asked.
        Assert.True(resolved.Resolution.Questions.Length >= resolved.Split.Length);
    }
}
