using Pipeline.Contracts.Declarations;

namespace Pipeline.Crawler.Sources;

/// <summary>Reads one entry of "sources".</summary>
internal static class SourceEntry
{
    private static readonly string[] Names = ["name", "official", "start", "hosts", "maxDepth", "maxPages", "keywords", "schedule", "delaySeconds", "connections", "follow", "paused"];

    /// <returns>Null when the entry is too wrong to go on with; the faults say why.</returns>
    public static Source? Read(PlacedJson entry, List<DeclarationFault> faults)
    {
        var before = faults.Count;
        var fields = new DeclarationFields(entry, "a source", Names, faults);
        var start = fields.Texts("start", AddressFault).Select(text => new Uri(text)).ToList();
        if (!fields.Has("name"))
            faults.Add(new(entry.Line, "This source has no name: write \"name\": \"…\"."));
        if (!fields.Has("start"))
            faults.Add(new(entry.Line, "This source has no start address: write \"start\": [\"https://…\"]."));
        var hosts = fields.Texts("hosts", HostFault);
        var source = new Source
        {
            Name = fields.Text("name") ?? "",
            Official = fields.Flag("official"),
            Start = start,
            // The start addresses themselves are always visited, whatever the list forgets.
            Hosts = hosts.Count == 0 ? SourceReader.HostsOf(start) : [.. hosts.Concat(start.Select(url => url.Authority)).Distinct(StringComparer.OrdinalIgnoreCase)],
            Keywords = fields.Texts("keywords"),
            Schedule = fields.Text("schedule", CronFault),
            Paused = fields.Flag("paused") ?? false,
            Follow = fields.Text("follow", FollowFault) == "nothing" ? FollowRule.Nothing : FollowRule.Reports,
        };
        source = source with
        {
            MaxDepth = (int)(fields.Number("maxDepth", 0, 100, whole: true) ?? source.MaxDepth),
            MaxPages = (int)(fields.Number("maxPages", 1, 10_000_000, whole: true) ?? source.MaxPages),
            Delay = fields.Number("delaySeconds", 0, 3600, whole: false) is { } delay ? TimeSpan.FromSeconds(delay) : null,
            Connections = (int?)fields.Number("connections", 1, 16, whole: true),
        };
        return faults.Count == before ? source : null;
    }

    private static string? AddressFault(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0
            ? null
            : $"'{text}' is no address to start at: write one such as https://www.example.gov.cn/";

    private static string? HostFault(string text) =>
        Uri.TryCreate($"http://{(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text)}/", UriKind.Absolute, out var url) && url.AbsolutePath == "/" && !text.Contains('/', StringComparison.Ordinal)
            ? null
            : $"'{text}' is no host: write www.example.gov.cn, *.example.gov.cn or example.gov.cn:8080";

    private static string? FollowFault(string text) =>
        text is "reports" or "nothing" ? null : $"'{text}' is nothing to follow: write reports (columns of reports on neighbouring hosts) or nothing";

    // Quartz reads it in full; this catches what is no cron expression at all, where the line is known.
    private static string? CronFault(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is 6 or 7
            ? null
            : $"'{text}' is no schedule: write a Quartz cron expression of six or seven fields, such as 0 30 1 * * ? for half past one each night";
}
