using System.Text.RegularExpressions;
using Pipeline.EndToEnd.Tests;

namespace Pipeline.Faults.Tests;

/// <summary>Every line that is exported, of records and of cells with their proof: all of it must be the same after every crawl of the same documents, but for the times and the numbers that records have in a database.</summary>
internal static partial class Export
{
    /// <summary>The lines of both shapes, in one order, without the times of fetching and the numbers of records.</summary>
    /// <param name="store">Options that name the data: <c>--data</c> or <c>--config</c>.</param>
    public static async Task<IReadOnlyList<string>> Of(params string[] store)
    {
        var lines = new List<string>();
        foreach (var shape in new[] { "records", "cells" })
        {
            var (exit, output, error) = await PipelineProcess.Run(["export", "--format", "jsonl", "--shape", shape, .. store]);
            Assert.True(exit == 0, error);
            lines.AddRange(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Timeless));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>The first line that only one of them has, beside the nearest of the other; null when they are the same.</summary>
    public static string? FirstDifference(IReadOnlyList<string> undisturbed, IReadOnlyList<string> disturbed)
    {
        var (left, right) = (undisturbed.Except(disturbed, StringComparer.Ordinal).FirstOrDefault(), disturbed.Except(undisturbed, StringComparer.Ordinal).FirstOrDefault());
        if (left is null && right is null)
            return undisturbed.Count == disturbed.Count ? null : $"{undisturbed.Count} lines undisturbed, {disturbed.Count} disturbed";
        var same = (left ?? "").Zip(right ?? "").TakeWhile(pair => pair.First == pair.Second).Count();
        return $"undisturbed: {Around(left, same)}\n  disturbed: {Around(right, same)}";
    }

    // The authority stands first in a line.
    private static string Around(string? line, int place) => line is null ? "nothing" : $"{line[..Math.Min(80, place)]} … {line[Math.Max(0, place - 60)..Math.Min(line.Length, place + 160)]}";

    private static string Timeless(string line) => Passing().Replace(line, "");

    [GeneratedRegex("""\"(?:fetched_at|record_page)\":\"[^\"]*\",?|\"record_id\":\d+,?""")]
    private static partial Regex Passing();
}
