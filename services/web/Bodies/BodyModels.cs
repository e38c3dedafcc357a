using Pipeline.Bodies.Findings;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Bodies;
using Pipeline.Store.Findings;
using Pipeline.Store.Records;
using Pipeline.Web.Api;

namespace Pipeline.Web.Bodies;

/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record BodiesModel(BodyFilter Filter, IReadOnlyList<BodySummary> Bodies, IRegionNames Regions, string? Next);

/// <param name="Years">Its records, the chosen one of each year, by year.</param>
public sealed record BodyModel(BodyDetail Body, IReadOnlyList<StoredRecord> Years, IReadOnlyList<StoredFinding> Findings);

/// <param name="Query">The filter as it stands in an address, without a question mark.</param>
/// <param name="Counts">Of the filter, sums that agree included.</param>
public sealed record FindingsModel(
    FindingFilter Filter, string Query, IReadOnlyList<StoredFinding> Findings, IReadOnlyDictionary<(FindingKind Kind, FindingOutcome Outcome), long> Counts, string? Next);

/// <param name="Decided">Whether the person has just answered one, or taken an answer back.</param>
public sealed record QuestionsModel(IReadOnlyList<StoredQuestion> Questions, IReadOnlyList<StandingAnswer> Answers, bool Decided);
