using System.Collections.Immutable;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Alignment;

/// <summary>What the numbers of one run are, in order.</summary>
internal sealed record ExpectedRow(ImmutableArray<FamilyCell> Cells, double Similarity, bool OtherYear = false);
