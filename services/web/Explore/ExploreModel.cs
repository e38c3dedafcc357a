using Pipeline.Store.Records;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore;

/// <param name="Query">The filter as it stands in an address, without a question mark.</param>
/// <param name="Total">Records of the filter.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="WrongParameter">The part of the filter that says nothing sensible; null when all do.</param>
public sealed record ExploreModel(RecordParameters Filter, FilterOptions Options, string Query, RecordPage Page, long Total, string? Next, string? WrongParameter);
