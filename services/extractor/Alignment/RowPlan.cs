using System.Collections.Immutable;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>What the numbers of one run are, in order: the coordinates of each.</summary>
internal sealed record RowPlan(TableName Table, ImmutableArray<(string Row, string Column)> Columns, double Similarity, bool OtherYear = false);
