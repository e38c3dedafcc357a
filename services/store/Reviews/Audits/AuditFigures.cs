using Pipeline.Contracts;

namespace Pipeline.Store.Reviews.Audits;

/// <summary>What the weekly draws say of accepted records, over the last half year.</summary>
/// <param name="Right">Drawn cells of accepted records that every reviewer who looked called right.</param>
/// <param name="Agreeing">Drawn cells at which two reviewers looked, without seeing each other's word, and said the same.</param>
/// <param name="Open">Cells of the last draws that somebody should still look at.</param>
public sealed record AuditFigures(Proportion Right, Proportion Agreeing, long Open);

/// <summary>A drawn cell that waits for a reviewer.</summary>
/// <param name="Week">Week of the draw, such as 2026-W48.</param>
public sealed record AuditCell(long Id, string Week, long RecordId, long VersionId, CellId Cell);
