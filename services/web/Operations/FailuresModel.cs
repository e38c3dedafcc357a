using Pipeline.Store.Failures;

namespace Pipeline.Web.Operations;

/// <param name="Total">All of the filter; the list ends earlier when there are many.</param>
public sealed record FailuresModel(FailureFilter Filter, IReadOnlyList<Failure> Failures, long Total);
