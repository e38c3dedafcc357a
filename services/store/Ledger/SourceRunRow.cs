using System.Text.Json;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Ledger;

/// <summary>What a crawl came to at a source, as <see cref="SourceRuns"/> wrote it.</summary>
internal class SourceRunRow
{
    /// <summary>Over <c>source_runs s</c>.</summary>
    public const string Columns =
        "s.source AS Source, s.requests AS Requests, s.found AS Found, s.resting AS Resting, s.expected AS Expected, s.failed AS Failed, s.reason AS Reason, s.alarms AS Alarms";

    public required string Source { get; init; }

    public int Requests { get; init; }

    public int Found { get; init; }

    public int Resting { get; init; }

    public int Expected { get; init; }

    public int Failed { get; init; }

    public string? Reason { get; init; }

    public required string Alarms { get; init; }

    public SourceResult ToResult() => new(Source, Requests, Found, Resting, Expected, Failed, Reason, JsonSerializer.Deserialize<string[]>(Alarms)!);
}
