using System.Collections.Immutable;

namespace Pipeline.Extractor.Scoring;

/// <summary>What speaks for and against one cell's reading, each feature 0..1 so that weights compare.</summary>
/// <param name="LabelDoubt">1 minus the similarity of the weaker label; 0 for a cell not on the page.</param>
/// <param name="Agreement">1 when another strategy reads the cell at the same spot.</param>
/// <param name="Dispute">1 when another strategy reads another spot.</param>
/// <param name="Contest">1 when several spots claimed the cell.</param>
/// <param name="Decoration">1 when more than the digits stood there.</param>
/// <param name="OtherText">1 when the text is neither a number nor a sign for a blank.</param>
/// <param name="ChecksHeld">Share of the telling checks through the cell that hold; 0 when none is telling.</param>
/// <param name="ChecksBroken">Share of the checks through the cell that are broken.</param>
/// <param name="Absence">1 when the cell was not found on the page.</param>
/// <param name="DoubtfulAbsence">1 when it was not found although its table is named but was not read, or numbers were left over.</param>
/// <param name="Gap">1 when it was not found in the table of applications, though its totals say that what was read is all.</param>
/// <param name="ReadersAgree">1 when a second, independent reader of the bytes leads to the same value; 0 also where none took part.</param>
/// <param name="ReadersDiffer">1 when it leads to another value.</param>
/// <param name="Leftovers">Numbers left over among the tables, 0 for none to 1 for a row's width or more.</param>
public sealed record CellEvidence(
    double LabelDoubt,
    double Agreement,
    double Dispute,
    double Contest,
    double Decoration,
    double OtherText,
    double ChecksHeld,
    double ChecksBroken,
    double Absence,
    double DoubtfulAbsence,
    double Gap,
    double ReadersAgree,
    double ReadersDiffer,
    double Leftovers)
{
    /// <summary>Code of a cell through which a check other than of zeros holds.</summary>
    public const string ChecksHold = "checks:hold";

    // Below this a label differs in a sign or two.
    private const double NotableDoubt = 0.02;

    public static ImmutableArray<EvidenceFeature<CellEvidence>> Features { get; } =
    [
        new("label_doubt", false, evidence => evidence.LabelDoubt),
        new("agreement", true, evidence => evidence.Agreement),
        new("dispute", false, evidence => evidence.Dispute),
        new("contest", false, evidence => evidence.Contest),
        new("decoration", false, evidence => evidence.Decoration),
        new("other_text", false, evidence => evidence.OtherText),
        new("checks_held", true, evidence => evidence.ChecksHeld),
        new("checks_broken", false, evidence => evidence.ChecksBroken),
        new("absence", false, evidence => evidence.Absence),
        new("doubtful_absence", false, evidence => evidence.DoubtfulAbsence),
        new("gap", false, evidence => evidence.Gap),
        new("readers_agree", true, evidence => evidence.ReadersAgree),
        new("readers_differ", false, evidence => evidence.ReadersDiffer),
        new("leftovers", false, evidence => evidence.Leftovers),
    ];

    /// <summary>Short codes for the record: what a reviewer wants to know.</summary>
    public ImmutableArray<string> Codes() =>
    [
        .. new (bool Says, string Code)[]
        {
            (Absence > 0, "not-on-page"),
            (DoubtfulAbsence > 0, "absence:doubtful"),
            (Gap > 0, "absence:gap"),
            (LabelDoubt > NotableDoubt, "label:similar"),
            (Agreement > 0, "readings:agree"),
            (Dispute > 0, "readings:differ"),
            (Contest > 0, "spots:several"),
            (Decoration > 0, "number:decorated"),
            (OtherText > 0, "number:none"),
            (ChecksHeld > 0, ChecksHold),
            (ChecksBroken > 0, "checks:broken"),
            (ReadersAgree > 0, "readers:agree"),
            (ReadersDiffer > 0, "readers:differ"),
            (Leftovers > 0, "numbers:left-over"),
        }.Where(feature => feature.Says).Select(feature => feature.Code),
    ];
}
