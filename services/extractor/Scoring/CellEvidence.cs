using System.Collections.Immutable;

namespace Pipeline.Extractor.Scoring;

/// <summary>What speaks for and against one cell's reading, each feature 0..1 so that weights compare.</summary>
/// <param name="OnPage">Whether the cell was found on the page at all.</param>
/// <param name="LabelDoubt">1 minus the similarity of the weaker label.</param>
/// <param name="IsSecond">1 when another strategy agrees on the spot.</param>
/// <param name="IsDisputed">1 when another strategy reads another spot.</param>
/// <param name="IsContested">1 when several spots claimed the cell.</param>
/// <param name="IsDecorated">1 when more than the digits stood there.</param>
/// <param name="IsOtherText">1 when the text is neither a number nor a sign for a blank.</param>
/// <param name="ChecksHeld">Share of the telling checks through the cell that hold; 0 when none is telling.</param>
/// <param name="ChecksBroken">Share of the checks through the cell that are broken.</param>
/// <param name="IsTableWhole">1 when every cell of the table was found.</param>
public sealed record CellEvidence(
    bool OnPage,
    double LabelDoubt,
    double IsSecond,
    double IsDisputed,
    double IsContested,
    double IsDecorated,
    double IsOtherText,
    double ChecksHeld,
    double ChecksBroken,
    double IsTableWhole)
{
    /// <summary>Short codes for the record: what a reviewer wants to know.</summary>
    public ImmutableArray<string> Codes() =>
    [
        .. new (bool Says, string Code)[]
        {
            (!OnPage, "not-on-page"),
            (LabelDoubt > 0.02, "label:similar"),
            (IsSecond > 0, "readings:agree"),
            (IsDisputed > 0, "readings:differ"),
            (IsContested > 0, "contested"),
            (IsDecorated > 0, "number:decorated"),
            (IsOtherText > 0, "number:none"),
            (ChecksHeld > 0, "checks:hold"),
            (ChecksBroken > 0, "checks:broken"),
            (IsTableWhole < 1, "table:incomplete"),
        }.Where(feature => feature.Says).Select(feature => feature.Code),
    ];
}
