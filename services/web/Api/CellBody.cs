using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Api;

/// <summary>One cell of a record as the API gives it.</summary>
/// <param name="Form">The cell's place on the official form.</param>
/// <param name="Reading">What the machine read, with its proof.</param>
/// <param name="Review">What a person decided; null when nobody has.</param>
/// <param name="Snapshot">Bytes in which the reading's source is a spot.</param>
public sealed record CellBody(FormCellBody Form, CellReading Reading, CellReview? Review, SnapshotHash Snapshot)
{
    /// <summary>The value to use: what a person decided about these bytes where one has, else what the machine read.</summary>
    public decimal? BestValue => Review is { } review && review.IsAbout(Snapshot) ? review.Value : Reading.Value;
}
