namespace Pipeline.Contracts.Ports;

/// <summary>The sources file, looked at and changed from the page. The file stays the truth: a change is an edit of it, with a comment of who and when, and one that was edited meanwhile is left alone.</summary>
public interface ISourcesFile
{
    SourcesFileView Look();

    /// <param name="paused">False to resume it.</param>
    /// <param name="seen">The seal of the view that the person saw.</param>
    /// <returns>Why it was not changed, as a line for the person; null when it was.</returns>
    string? Pause(string source, bool paused, string reason, string who, string seen);

    /// <summary>Adds a source at the end.</summary>
    /// <inheritdoc cref="Pause"/>
    string? Add(string name, string start, string who, string seen);

    /// <summary>Fetches one page and tells what a crawl would do with it. Changes nothing.</summary>
    Task<SourceTrial> Try(string url, CancellationToken cancellation);
}

/// <param name="Path">Where the file stands.</param>
/// <param name="Seal">Differs whenever the file does.</param>
/// <param name="Problem">Why the file cannot be used, as a line for a person; null when it can.</param>
public sealed record SourcesFileView(string Path, string Seal, IReadOnlyList<ListedSource> Sources, string? Problem);

/// <summary>A source as the file has it.</summary>
/// <param name="Schedule">Cron expression; null for the usual one.</param>
public sealed record ListedSource(string Name, IReadOnlyList<string> Start, IReadOnlyList<string> Hosts, string? Schedule, bool IsPaused);

/// <summary>What a crawl would do with a page.</summary>
/// <param name="State">What the answer is, in one line.</param>
/// <param name="HasFailed">Whether nothing came that a crawl could use.</param>
/// <param name="Lists">How its lists are asked for, with the first rows of each.</param>
public sealed record SourceTrial(string Url, int Status, string State, bool HasFailed, IReadOnlyList<TrialLink> Links, IReadOnlyList<TrialList> Lists);

/// <param name="Followed">Whether a crawl would follow it.</param>
/// <param name="Why">Evidence, or why it is left alone.</param>
public sealed record TrialLink(string Url, string Text, int Score, bool Followed, string Why);

/// <param name="Request">In one line: method, address, body.</param>
/// <param name="ByBrowser">Whether a browser showed it, and not the page's scripts.</param>
/// <param name="Counter">Name of the field that counts its parts; null when none does.</param>
/// <param name="Template">How rows that name no address lead to one; null where they name theirs.</param>
/// <param name="Trouble">Why there are no rows, or not all that were shown; null where nothing is amiss.</param>
public sealed record TrialList(string Request, bool ByBrowser, string? Counter, string? Template, IReadOnlyList<TrialLink> Rows, string? Trouble);
