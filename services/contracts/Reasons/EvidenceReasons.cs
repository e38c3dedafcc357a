using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>What speaks for and against a value: the codes on a reading, and the features of the confidence model that they become.</summary>
public static class EvidenceReasons
{
    /// <summary>The signs on a reading, each with the feature of the model that weighs it.</summary>
    private static readonly ImmutableArray<(string Sign, string Feature, string English, string Chinese, ReasonTone Tone)> Signs =
    [
        ("label:similar", "label_doubt", "a label is only similar", "表头文字不完全一致", ReasonTone.Doubtful),
        ("readings:agree", "agreement", "another rule reads the same", "其他规则读取一致", ReasonTone.Good),
        ("readings:differ", "dispute", "another rule reads something else", "其他规则读取不一致", ReasonTone.Bad),
        ("spots:several", "contest", "several spots claim the cell", "多处可对应此项", ReasonTone.Doubtful),
        ("number:decorated", "decoration", "more than digits stands there", "数字外另有文字", ReasonTone.Doubtful),
        ("number:none", "other_text", "what stands there is no number", "此处不是数字", ReasonTone.Bad),
        ("checks:hold", "checks_held", "its sums hold", "勾稽相符", ReasonTone.Good),
        ("checks:broken", "checks_broken", "its sums are broken", "勾稽不符", ReasonTone.Bad),
        ("not-on-page", "absence", "not found on the page", "原文未找到", ReasonTone.Neutral),
        ("absence:doubtful", "doubtful_absence", "not found, yet its table is there", "未找到，但表格存在", ReasonTone.Bad),
        ("absence:gap", "gap", "not found, yet the totals say all was read", "未找到，但合计表明已读全", ReasonTone.Bad),
        ("readers:agree", "readers_agree", "a second reader agrees", "第二读取器一致", ReasonTone.Good),
        ("readers:differ", "readers_differ", "a second reader differs", "第二读取器不一致", ReasonTone.Bad),
        ("numbers:left-over", "leftovers", "numbers were left over", "有未归位的数字", ReasonTone.Doubtful),
    ];

    public static ImmutableArray<Reason> All { get; } =
    [
        new("base", new("every reading begins with", "基础值")),
        .. Signs.SelectMany(sign => new[] { sign.Sign, sign.Feature }, (sign, code) => new Reason(code, new(sign.English, sign.Chinese), sign.Tone)),
    ];
}
