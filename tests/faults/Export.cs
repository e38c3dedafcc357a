using System.Text.Json.Nodes;
using Pipeline.EndToEnd.Tests;

namespace Pipeline.Faults.Tests;

/// <summary>All that is exported of a crawl, without what must differ from one crawl to the next.</summary>
internal static class Export
{
    private const string Differs = "fetched_at";

    /// <summary>The lines of both shapes, in one order.</summary>
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

    private static string Timeless(string line)
    {
        if (!line.Contains(Differs, StringComparison.Ordinal))
            return line;
        var record = JsonNode.Parse(line)!.AsObject();
        record.Remove(Differs);
        return record.ToJsonString();
    }
}
