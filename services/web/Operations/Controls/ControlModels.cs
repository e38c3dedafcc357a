using Pipeline.Contracts.Ports;
using Pipeline.Store.Controls;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Status;
using Pipeline.Store.Trends;

namespace Pipeline.Web.Operations.Controls;

/// <param name="Times">When sources are crawled next, by schedule.</param>
/// <param name="IsHeard">Whether a process that crawls has spoken lately: else what is asked for waits.</param>
/// <param name="Requests">Crawls that people asked for, newest first.</param>
public sealed record CrawlControls(IReadOnlyList<CrawlTime> Times, bool IsHeard, IReadOnlyList<CrawlRequest> Requests);

/// <param name="Listed">The source as the file has it; null where the file has none of the name.</param>
/// <param name="Figures">How it does; null before its first crawl.</param>
/// <param name="Known">What crawls have learned of it.</param>
/// <param name="Problem">Why the person's last step changed nothing; null elsewhere.</param>
public sealed record SourceModel(string Name, ListedSource? Listed, SourcesFileView File, SourceFigures? Figures, SourceKnowledge Known, DateTimeOffset? LastNight, CrawlControls Controls, string? Problem);

/// <param name="Trial">Null before an address was given.</param>
/// <param name="Problem">Why the source was not added; null elsewhere.</param>
public sealed record TrialModel(SourcesFileView File, string? Url, SourceTrial? Trial, string? Name, string? Problem);

/// <param name="Usual">Addresses that the last crawl visited; null where none has ended.</param>
/// <param name="Logged">Source whose visits are shown; null for none.</param>
/// <param name="Lines">Its last visits, the newest first.</param>
public sealed record RunModel(RunDetail Detail, long? Usual, string? Logged, IReadOnlyList<CrawlLine> Lines);

/// <param name="Steps">The oldest first.</param>
public sealed record ActivityModel(IReadOnlyList<ActivityStep> Steps, TimeSpan Step);
