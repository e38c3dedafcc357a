using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>What speaks for and against a value: the codes on a reading, and the features of the confidence model that they become.</summary>
public static class EvidenceReasons
{
    public const string LabelSimilar = "label:similar";
    public const string ReadingsAgree = "readings:agree";
    public const string ReadingsDiffer = "readings:differ";
    public const string SpotsSeveral = "spots:several";
    public const string NumberDecorated = "number:decorated";
    public const string NumberNone = "number:none";
    public const string ChecksHold = "checks:hold";
    public const string ChecksBroken = "checks:broken";
    public const string NotOnPage = "not-on-page";
    public const string AbsenceDoubtful = "absence:doubtful";
    public const string AbsenceGap = "absence:gap";
    public const string ReadersAgree = "readers:agree";
    public const string ReadersDiffer = "readers:differ";
    public const string NumbersLeftOver = "numbers:left-over";

    /// <summary>The signs on a reading, each with the feature of the model that weighs it.</summary>
    private static readonly ImmutableArray<(string Sign, string Feature, string English, string Chinese, ReasonTone Tone)> Signs =
    [
        (LabelSimilar, EvidenceFeatures.LabelDoubt, "a label is only similar", "表头文字不完全一致", ReasonTone.Doubtful),
        (ReadingsAgree, EvidenceFeatures.Agreement, "another rule reads the same", "其他规则读取一致", ReasonTone.Good),
        (ReadingsDiffer, EvidenceFeatures.Dispute, "another rule reads something else", "其他规则读取不一致", ReasonTone.Bad),
        (SpotsSeveral, EvidenceFeatures.Contest, "several spots claim the cell", "多处可对应此项", ReasonTone.Doubtful),
        (NumberDecorated, EvidenceFeatures.Decoration, "more than digits stands there", "数字外另有文字", ReasonTone.Doubtful),
        (NumberNone, EvidenceFeatures.OtherText, "what stands there is no number", "此处不是数字", ReasonTone.Bad),
        (ChecksHold, EvidenceFeatures.ChecksHeld, "its sums hold", "勾稽相符", ReasonTone.Good),
        (ChecksBroken, EvidenceFeatures.ChecksBroken, "its sums are broken", "勾稽不符", ReasonTone.Bad),
        (NotOnPage, EvidenceFeatures.Absence, "not found on the page", "原文未找到", ReasonTone.Neutral),
        (AbsenceDoubtful, EvidenceFeatures.DoubtfulAbsence, "not found, yet its table is there", "未找到，但表格存在", ReasonTone.Bad),
        (AbsenceGap, EvidenceFeatures.Gap, "not found, yet the totals say all was read", "未找到，但合计表明已读全", ReasonTone.Bad),
        (ReadersAgree, EvidenceFeatures.ReadersAgree, "a second reader agrees", "第二读取器一致", ReasonTone.Good),
        (ReadersDiffer, EvidenceFeatures.ReadersDiffer, "a second reader differs", "第二读取器不一致", ReasonTone.Bad),
        (NumbersLeftOver, EvidenceFeatures.Leftovers, "numbers were left over", "有未归位的数字", ReasonTone.Doubtful),
    ];

    public static ImmutableArray<Reason> All { get; } =
    [
        new(EvidenceFeatures.Base, new("every reading begins with", "基础值")),
        .. Signs.SelectMany(sign => new[] { sign.Sign, sign.Feature }, (sign, code) => new Reason(code, new(sign.English, sign.Chinese), sign.Tone)),
    ];
}
