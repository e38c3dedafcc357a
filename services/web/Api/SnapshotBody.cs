using Pipeline.Contracts;
using Pipeline.Store.Documents;

namespace Pipeline.Web.Api;

/// <summary>A snapshot as the API tells about it.</summary>
/// <param name="Bytes">Length of the response body.</param>
/// <param name="Documents">Documents that hold or held it, 500 at most.</param>
public sealed record SnapshotBody(SnapshotHash Snapshot, long Bytes, IReadOnlyList<DocumentLine> Documents);
