using System.Text.Json.Serialization;

namespace Pipeline.Crawler.Politeness;

/// <summary>Why a host has to wait.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitReason>))]
public enum WaitReason
{
    /// <summary>It need not.</summary>
    [JsonStringEnumMemberName("ready")] Ready,

    /// <summary>All connections allowed to it are in use.</summary>
    [JsonStringEnumMemberName("busy")] Busy,

    /// <summary>The usual gap between two requests.</summary>
    [JsonStringEnumMemberName("gap")] Gap,

    /// <summary>The gap that its robots.txt asks for.</summary>
    [JsonStringEnumMemberName("crawl_delay")] CrawlDelay,

    /// <summary>It answers slowly, and gets a longer gap.</summary>
    [JsonStringEnumMemberName("slow_host")] SlowHost,

    /// <summary>It answered with 429, 503, errors or not at all, and gets a longer gap.</summary>
    [JsonStringEnumMemberName("backing_off")] BackingOff,

    /// <summary>It asked for a pause with Retry-After.</summary>
    [JsonStringEnumMemberName("retry_after")] RetryAfter,

    /// <summary>Its hours for visits have not begun.</summary>
    [JsonStringEnumMemberName("window")] Window,
}
