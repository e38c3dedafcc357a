using System.Text.Json.Nodes;
using Pipeline.EndToEnd.Tests;

namespace Pipeline.Faults.Tests;

/// <summary>Every cell with its proof, and of every record what it states: what must be the same after every crawl of the same documents.</summary>
internal static class Export
{
    private static readonly string[] Stated = ["authority", "year", "form", "status", "confidence", "source_url", "snapshot", "extractor", "cells", "violations"];

    /// <summary>The lines of both shapes, in one order.</summary>
    /// <param name="store">Options that name the data: <c>--data</c> or <c>--config</c>.</param>
    public static async Task<IReadOnlyList<string>> Of(params string[] store)
    {
        var lines = new List<string>();
        foreach (var shape in new[] { "records", "cells" })
        {
            var (exit, output, error) = await PipelineProcess.Run(["export", "--format", "jsonl", "--shape", shape, .. store]);
            Assert.True(exit == 0, error);
            var written = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.AddRange(shape == "records" ? written.Select(Statement) : written);
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Statement(string line)
    {
        var record = JsonNode.Parse(line)!;
        return string.Join('\n', Stated.Select(name => $"{name} {record[name]?.ToJsonString()}"));
    }
}
