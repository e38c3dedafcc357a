using System.Text.Json;

namespace Pipeline.Simulator.Tests;

/// <summary>What the referee says, as far as tests ask; named as in its JSON.</summary>
public sealed record Verdict
{
    private static readonly JsonSerializerOptions Names = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required IReadOnlyList<NightVerdict> Nights { get; init; }

    public required RecordVerdict Records { get; init; }

    /// <summary>The referee's table for people, shown when a test fails.</summary>
    public string Table { get; init; } = "";

    public static Verdict Read(string json, string table) => JsonSerializer.Deserialize<Verdict>(json, Names)! with { Table = table };
}
