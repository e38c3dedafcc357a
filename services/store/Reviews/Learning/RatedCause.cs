using Pipeline.Store.Reviews.Audits;

namespace Pipeline.Store.Reviews.Learning;

/// <summary>What decisions say of cells that are in doubt for one cause, beside what the machine said of them.</summary>
/// <param name="Cause">As <see cref="DoubtCause"/> has it.</param>
/// <param name="Stated">Mean probability that the machine gave the decided cells.</param>
/// <param name="Right">Of the decided cells, those that the machine had read right.</param>
/// <param name="Waiting">Cells in doubt for it that wait.</param>
public sealed record RatedCause(string Cause, double Stated, Proportion Right, long Waiting)
{
    /// <summary>Whether the machine is surer of such cells than it may be, or less; null where the decisions agree with it, or are too few to tell.</summary>
    public Rating? Rating => Right.Drawn == 0 ? null : Stated > Right.Interval.High ? Learning.Rating.Overrated : Stated < Right.Interval.Low ? Learning.Rating.Underrated : null;

    /// <summary>How many waiting cells a next decision tells about, and how little is known of them yet.</summary>
    public double Lesson => Waiting * (Right.Interval.High - Right.Interval.Low);
}

/// <summary>How evidence counts against what decisions show.</summary>
public enum Rating
{
    /// <summary>More cells were wrong than the machine said.</summary>
    Overrated,

    /// <summary>Fewer were.</summary>
    Underrated,
}
