using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Alignment;

/// <summary>One strategy says: this text on the page is the value of this cell.</summary>
/// <param name="Spot">Where it stands.</param>
/// <param name="LabelSimilarity">Of the weaker of the two labels that led here, 0..1.</param>
/// <param name="OtherYear">Whether a label around it says that it is another year's number.</param>
public sealed record CandidateCell(FamilyCell Cell, string Raw, NumberText Number, TokenSpot Spot, double LabelSimilarity, bool OtherYear = false);
