using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Scoring;

/// <summary>What speaks for and against one cell's reading, each feature 0..1 so that weights compare.</summary>
/// <param name="LabelDoubt">1 minus the similarity of the weaker label; 0 for a cell not on the page.</param>
/// <param name="Agreement">1 when another strategy reads the cell at the same spot.</param>
/// <param name="Dispute">1 when another strategy reads another spot.</param>
/// <param name="Contest">1 when several spots with different numbers claimed the cell.</param>
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
    // Below this a label differs in a sign or two.
    private const double NotableDoubt = 0.02;

    public static ImmutableArray<EvidenceFeature<CellEvidence>> Features { get; } =
    [
        new(EvidenceFeatures.LabelDoubt, false, evidence => evidence.LabelDoubt),
        new(EvidenceFeatures.Agreement, true, evidence => evidence.Agreement),
        new(EvidenceFeatures.Dispute, false, evidence => evidence.Dispute),
        new(EvidenceFeatures.Contest, false, evidence => evidence.Contest),
        new(EvidenceFeatures.Decoration, false, evidence => evidence.Decoration),
        new(EvidenceFeatures.OtherText, false, evidence => evidence.OtherText),
        new(EvidenceFeatures.ChecksHeld, true, evidence => evidence.ChecksHeld),
        new(EvidenceFeatures.ChecksBroken, false, evidence => evidence.ChecksBroken),
        new(EvidenceFeatures.Absence, false, evidence => evidence.Absence),
        new(EvidenceFeatures.DoubtfulAbsence, false, evidence => evidence.DoubtfulAbsence),
        new(EvidenceFeatures.Gap, false, evidence => evidence.Gap),
        new(EvidenceFeatures.ReadersAgree, true, evidence => evidence.ReadersAgree),
        new(EvidenceFeatures.ReadersDiffer, false, evidence => evidence.ReadersDiffer),
        new(EvidenceFeatures.Leftovers, false, evidence => evidence.Leftovers),
    ];

    /// <summary>Short codes for the record: what a reviewer wants to know.</summary>
    public ImmutableArray<string> Codes()
    {
        var codes = new List<string>();
        Add(Absence > 0, EvidenceReasons.NotOnPage);
        Add(DoubtfulAbsence > 0, EvidenceReasons.AbsenceDoubtful);
        Add(Gap > 0, EvidenceReasons.AbsenceGap);
        Add(LabelDoubt > NotableDoubt, EvidenceReasons.LabelSimilar);
        Add(Agreement > 0, EvidenceReasons.ReadingsAgree);
        Add(Dispute > 0, EvidenceReasons.ReadingsDiffer);
        Add(Contest > 0, EvidenceReasons.SpotsSeveral);
        Add(Decoration > 0, EvidenceReasons.NumberDecorated);
        Add(OtherText > 0, EvidenceReasons.NumberNone);
        Add(ChecksHeld > 0, EvidenceReasons.ChecksHold);
        Add(ChecksBroken > 0, EvidenceReasons.ChecksBroken);
        Add(ReadersAgree > 0, EvidenceReasons.ReadersAgree);
        Add(ReadersDiffer > 0, EvidenceReasons.ReadersDiffer);
        Add(Leftovers > 0, EvidenceReasons.NumbersLeftOver);
        return [.. codes];

        void Add(bool says, string code)
        {
            if (says)
                codes.Add(code);
        }
    }
}
