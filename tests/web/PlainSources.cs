using Pipeline.Contracts.Ports;

namespace Pipeline.Web.Tests;

/// <summary>A sources file in memory, of one source: every change gives it another seal.</summary>
internal sealed class PlainSources : ISourcesFile, ISourceKnowledge
{
    private readonly List<ListedSource> _sources = [new("清河县", ["https://www.qinghe.gov.cn/"], ["www.qinghe.gov.cn"], null, false)];
    private int _changes;

    public SourcesFileView Look() => new("/srv/sources.json", $"{_changes}", [.. _sources], null);

    public string? Pause(string source, bool paused, string reason, string who, string seen)
    {
        if (seen != $"{_changes}")
            return "The sources file was edited meanwhile.";
        _changes++;
        _sources[0] = _sources[0] with { IsPaused = paused };
        return null;
    }

    public string? Add(string name, string start, string who, string seen)
    {
        _changes++;
        _sources.Add(new ListedSource(name, [start], [new Uri(start).Host], null, false));
        return null;
    }

    public Task<SourceKnowledge> Know(string source, CancellationToken cancellation) =>
        Task.FromResult(new SourceKnowledge(9, 3, 1, 1, [2019, 2020, 2022], [2021], ["2 reports on zfxxgk.qinghe.gov.cn, which is no host of it"]));

    public Task<SourceTrial> Try(string url, CancellationToken cancellation) =>
        Task.FromResult(new SourceTrial(url, 200, "a list", false, [new TrialLink($"{url}1.html", "2024年年报", 90, true, "names a report"), new TrialLink($"{url}2.html", "新闻", 5, false, "nothing names a report")],
            [new TrialList($"POST {url}list {{\"page\":1}}", true, "page", "detail.html?id={id}", [new TrialLink($"{url}3.html", "2023年年报", 90, true, "names a report")], null)]));
}
