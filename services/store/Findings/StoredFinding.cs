using Pipeline.Bodies.Findings;
using Pipeline.Store.Bodies;

namespace Pipeline.Store.Findings;

/// <summary>A finding with the names of the bodies in it.</summary>
/// <param name="Check">Name of the form's equation; empty for what is no equation.</param>
/// <param name="Records">Records compared, the one of the year first.</param>
/// <param name="Cells">Cells that differ, or that are alike where that is the finding, with both sides.</param>
/// <param name="Suspects">Bodies whose report would explain the difference.</param>
/// <param name="Missing">Bodies without a report on the year.</param>
/// <param name="FoundAt">When it last said something new.</param>
public sealed record StoredFinding(
    long Id, FindingKind Kind, FindingOutcome Outcome, BodyName Body, int Year, string Check, FindingCause? Cause, IReadOnlyList<long> Records, IReadOnlyList<FindingCell> Cells,
    IReadOnlyList<BodyName> Suspects, IReadOnlyList<BodyName> Missing, DateTimeOffset FoundAt);
