namespace Pipeline.Contracts.Reasons;

/// <summary>Names of what the confidence model weighs of a cell, as its file and the explanations give them.</summary>
public static class EvidenceFeatures
{
    /// <summary>What every cell begins with.</summary>
    public const string Base = "base";

    public const string LabelDoubt = "label_doubt";
    public const string Agreement = "agreement";
    public const string Dispute = "dispute";
    public const string Contest = "contest";
    public const string Decoration = "decoration";
    public const string OtherText = "other_text";
    public const string ChecksHeld = "checks_held";
    public const string ChecksBroken = "checks_broken";
    public const string Absence = "absence";
    public const string DoubtfulAbsence = "doubtful_absence";
    public const string Gap = "gap";
    public const string ReadersAgree = "readers_agree";
    public const string ReadersDiffer = "readers_differ";
    public const string Leftovers = "leftovers";
}
