using Pipeline.Releases.Describing;
using Pipeline.Store.Export;

namespace Pipeline.Releases.Publishing;

/// <summary>What a release holds.</summary>
/// <param name="Damaged">Records left out because what is stored of them cannot be read.</param>
public sealed record ReleaseTally(ReleaseAbout About, IReadOnlyList<(string Table, long Rows)> Tables, long Bytes, ChangeCounts Changes, IReadOnlyList<DamagedRecord> Damaged);

/// <summary>How a release differs from the one before it.</summary>
/// <param name="Before">Id of the release before; null for a first one.</param>
/// <param name="Corrected">Cells whose best value is another.</param>
public sealed record ChangeCounts(string? Before, long Added, long Withdrawn, long Corrected);
