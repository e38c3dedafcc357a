using System.Text.Json.Serialization;

namespace Pipeline.Store.Controls;

/// <summary>How much a person wants to have crawled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CrawlScope>))]
public enum CrawlScope
{
    [JsonStringEnumMemberName("all")] All,

    /// <summary>One source of the sources file.</summary>
    [JsonStringEnumMemberName("source")] Source,

    /// <summary>The start addresses at one host, and nothing but that host.</summary>
    [JsonStringEnumMemberName("host")] Host,
}

/// <summary>A crawl that a person asked for.</summary>
/// <param name="Subject">Name of the source, or the host; null for all.</param>
/// <param name="TakenAt">When a process took it; null as long as it waits.</param>
/// <param name="Run">The crawl; null before it has ended.</param>
/// <param name="Problem">Why there was none; null elsewhere.</param>
public sealed record CrawlRequest(
    Guid Id, CrawlScope Scope, string? Subject, string RequestedBy, DateTimeOffset RequestedAt, DateTimeOffset? TakenAt, DateTimeOffset? EndedAt, Guid? Run, string? Problem);

/// <summary>When sources of one schedule are crawled next.</summary>
/// <param name="ToldAt">When the process that crawls said so: long ago means that it is gone.</param>
public sealed record CrawlTime(string Cron, DateTimeOffset NextAt, DateTimeOffset ToldAt);
